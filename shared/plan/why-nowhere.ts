import type { AssumptionId } from '../vendor/assumptions';
import { nothing, type Person } from '../vendor/model';
import { groupById, must, type Organisation, personById } from '../vendor/organisation';
import { concludePlace } from './explain-chain';
import { type PlaceLink, placeLinks } from './person-explanation';
import type { Because } from './plan';
import type { Planned } from './planned';

/** So many groups are told of; the window shows the chain of each. */
const groupsTold = 3;

/** Who is in no more pushed groups than this may well be in the same as others. */
const groupsShared = 2;

/**
 * Why somebody who is in no place at all is in none, although in a pushed group: no rule, a mapping that waits, a conflict, an admin's
 * hand. Nothing happened, so there is no effect that would say it. Null for somebody in no pushed group. Who is in the same few groups for
 * the same reason shares the words.
 */
export function whyNowhere(planned: Planned): (personId: number) => Because | null {
  const { outcome } = planned;
  const pushed = lastEvents(planned);
  const sameForAll = new Map<string, Because>();
  const toldOf = groupsTelling(outcome);
  return (personId) => {
    const person = personById(outcome, personId);
    if (person === undefined) return null;
    const groupIds = outcome.memberships.groupIds(personId).filter((id) => pushed[id] !== undefined);
    if (groupIds.length === 0) return null;
    const key = groupIds.length <= groupsShared ? groupIds.join(' ') : '';
    const known = sameForAll.get(key);
    if (known !== undefined) return known;
    let event = 0;
    let isShared = key !== '';
    let why = '';
    let links = 0;
    let assumptions: readonly AssumptionId[] = nothing;
    for (const groupId of groupIds) {
      event = Math.max(event, pushed[groupId] as number);
      const group = toldOf(person, groupId);
      isShared &&= group.isSameForAll;
      for (const link of group.links) {
        links += 1;
        if (links <= groupsTold) why += links === 1 ? link.words() : `; ${link.words()}`;
        if (link.assumptions.length > 0) assumptions = [...assumptions, ...link.assumptions];
      }
    }
    const because: Because = {
      effect: 'no place',
      event,
      why: links > groupsTold ? `${why}; and ${links - groupsTold} more` : why,
      // A14 says when the mapping shows Pending; the place is gone either way.
      assumptions: assumptions.length === 0 ? nothing : [...new Set(assumptions)].filter((id) => id !== 'A14').sort(),
    };
    if (isShared) sameForAll.set(key, because);
    return because;
  };
}

/** What one group's mappings have to do with a person's being nowhere. */
interface GroupTelling {
  readonly links: readonly { readonly words: () => string; readonly assumptions: readonly AssumptionId[] }[];
  /** It is the group's own standing, whoever the member is. */
  readonly isSameForAll: boolean;
}

function groupsTelling(outcome: Organisation): (person: Person, groupId: number) => GroupTelling {
  const sameForAll: (GroupTelling | undefined)[] = [];
  return (person, groupId) => {
    const known = sameForAll[groupId];
    if (known !== undefined) return known;
    const links = placeLinks(outcome, person, must(groupById(outcome, groupId)));
    const telling: GroupTelling = {
      links: links.map((link) => {
        let words: string | null = null;
        return {
          words: () => {
            words ??= `group ${link.group}: ${concludePlace(link)}`;
            return words;
          },
          assumptions: link.assumptions,
        };
      }),
      isSameForAll: links.every(isSameForAnybody),
    };
    if (telling.isSameForAll) sameForAll[groupId] = telling;
    return telling;
  };
}

const isSameForAnybody = ({ outcome: { kind } }: PlaceLink): boolean =>
  kind === 'no-mapping' || kind === 'not-approved' || kind === 'target-deleted';

/** By id of the groups that events of the run touched: the last of them. */
function lastEvents({ widerEffects }: Planned): readonly (number | undefined)[] {
  const found: (number | undefined)[] = [];
  for (const effect of widerEffects) if ('groupId' in effect) found[effect.groupId] = effect.event;
  return found;
}
