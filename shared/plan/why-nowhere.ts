import type { Person } from '../vendor/model';
import { none } from '../vendor/model';
import { groupById, must, personById } from '../vendor/organisation';
import { concludePlace } from './explain-chain';
import { type PlaceLink, placeLinks } from './person-explanation';
import type { Because } from './plan';
import type { Planned } from './planned';

/** So many groups are told of; the window shows the chain of each. */
const groupsTold = 3;

/**
 * Why a person of a pushed group is in no place at all: no rule, a mapping that waits, a conflict, an admin's hand. Nothing happened,
 * so there is no effect that would say it. Null for everybody else. Who is in the same groups for the same reason shares the words.
 */
export function whyNowhere(planned: Planned): (personId: number) => Because | null {
  const { outcome } = planned;
  const pushed = lastEvents(planned);
  const sameForAll = new Map<string, Because>();
  return (personId) => {
    const person = personById(outcome, personId);
    if (person === undefined || !isNowhere(person)) return null;
    const groupIds = outcome.memberships.groupIds(personId).filter((id) => pushed.has(id));
    if (groupIds.length === 0) return null;
    const key = groupIds.join(' ');
    const known = sameForAll.get(key);
    if (known !== undefined) return known;
    const links = groupIds.flatMap((id) => placeLinks(outcome, person, must(groupById(outcome, id))));
    const told = links.slice(0, groupsTold).map((link) => `group ${link.group}: ${concludePlace(link)}`);
    const more = links.length - told.length;
    const because: Because = {
      effect: 'no place',
      event: Math.max(...groupIds.map((id) => pushed.get(id) ?? 0)),
      why: `${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
      // A14 says when the mapping shows Pending; the place is gone either way.
      assumptions: [...new Set(links.flatMap((link) => link.assumptions))].filter((id) => id !== 'A14').sort(),
    };
    if (links.every(isSameForAll)) sameForAll.set(key, because);
    return because;
  };
}

const isNowhere = ({ placement }: Person): boolean =>
  placement.teams.length === 0 && placement.concurrencyGroup === none && placement.subOrganization === none;

/** The group's own standing, whoever the member is. */
const isSameForAll = ({ outcome: { kind } }: PlaceLink): boolean =>
  kind === 'no-mapping' || kind === 'not-approved' || kind === 'target-deleted';

/** Groups that events of the run touched, each with the last of them. */
function lastEvents({ widerEffects }: Planned): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const effect of widerEffects) if ('groupId' in effect) found.set(effect.groupId, effect.event);
  return found;
}
