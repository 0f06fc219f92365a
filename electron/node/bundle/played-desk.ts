import type { AppError } from '../../../shared/app-error';
import type { BundleExchange } from '../../../shared/bundle/bundle-format';
import type { BundleProgress } from '../../../shared/bundle/bundle-plan';
import { type BundleFinding, bundleFindings } from '../../../shared/bundle/findings';
import { type PlayedBundle, replaySteps } from '../../../shared/bundle/replay-bundle';
import type { PlayedBundleView } from '../../../shared/ipc/bundle';
import type { PersonRow } from '../../../shared/ipc/preview';
import type { Slice } from '../../../shared/ipc/workspace-input';
import { decodeText } from '../../../shared/jumpcloud/decode-text';
import type { PlanPerson } from '../../../shared/plan/plan';
import { foldText } from '../../../shared/preview/fold-text';
import { headline } from '../../../shared/preview/headline';
import { kindsOf } from '../../../shared/preview/person-kind';
import { err, ok, type Result } from '../../../shared/result';
import { assumptionIds } from '../../../shared/vendor/assumptions';
import { joinParts } from '../preview/join-parts';
import { ListCache, sliceOf } from '../preview/list-cache';
import { fileFacts } from './file-facts';

interface Slicing {
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

interface Held {
  readonly played: PlayedBundle;
  readonly findings: readonly BundleFinding[];
  readonly inConflict: ReadonlySet<string>;
  readonly lists: ListCache<PlanPerson | BundleFinding | BundleExchange>;
}

/** A value of a difference may be a whole person: enough of it to see what it is. */
const valueShown = 300;

/** One bundle of a file, played back: nothing of the app but this thread has it. */
export class PlayedDesk {
  private held: Held | null = null;

  constructor(private readonly report: (progress: BundleProgress) => void) {}

  open(name: string, parts: readonly Uint8Array[]): Result<PlayedBundleView, AppError> {
    this.held = null;
    const bytes = joinParts(parts);
    const text = decodeText(bytes);
    if (!text.ok) return err({ ...text.error, fix: wrongText[text.error.code] ?? asWritten });
    const steps = replaySteps(text.value.text);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) this.report(step.value);
    if (!step.value.ok) return step.value;
    const played = step.value.value;
    const { scenario, plan, madeBy, exchanges, identical, differences } = played;
    const findings = bundleFindings(plan);
    const inConflict = new Set(plan.conflicts.filter(({ status }) => status === 'open').map(({ userName }) => userName));
    this.held = { played, findings, inConflict, lists: new ListCache() };
    return ok({
      ...fileFacts(bytes),
      name,
      madeBy,
      counts: {
        people: plan.people.length,
        groups: plan.groups.length,
        rules: scenario.organisation.rules?.length ?? 0,
        events: scenario.events.length,
        exchanges: exchanges.length,
      },
      otherAssumptions: assumptionIds.filter((id) => scenario.assumptions[id] === 'other'),
      identical,
      differences: differences.map(({ path, expected, found }) => ({ path, expected: shown(expected), found: shown(found) })),
      summary: plan.summary,
      findings: findings.length,
    });
  }

  people({ changedOnly, ...slicing }: Slicing & { readonly changedOnly: boolean }): Result<Slice<PersonRow>, AppError> {
    const { held } = this;
    if (held === null) return nothingHeld;
    const found = this.filtered(
      ['people', changedOnly],
      slicing.search,
      () => held.played.plan.people.filter((person) => !changedOnly || JSON.stringify(person.before) !== JSON.stringify(person.after)),
      ({ userName }) => userName,
    );
    return ok(
      sliceOf(found, slicing, (person) => ({
        userName: person.userName,
        // A bundle's plan has no names; its pseudonyms stand for them.
        name: '',
        before: person.before,
        after: person.after,
        kinds: kindsOf(person, held.inConflict.has(person.userName)),
        because: headline(person.because)?.why ?? '',
      })),
    );
  }

  findings(slicing: Slicing): Result<Slice<BundleFinding>, AppError> {
    const { held } = this;
    if (held === null) return nothingHeld;
    const found = this.filtered(
      ['findings'],
      slicing.search,
      () => held.findings,
      ({ kind, about, what }) => `${kind}\n${about}\n${what}`,
    );
    return ok(sliceOf(found, slicing, (finding) => finding));
  }

  exchanges(slicing: Slicing): Result<Slice<BundleExchange>, AppError> {
    const { held } = this;
    if (held === null) return nothingHeld;
    const found = this.filtered(
      ['exchanges'],
      slicing.search,
      () => held.played.exchanges,
      ({ method, path, status, request, response }) => `${method} ${path} ${status}\n${request ?? ''}\n${response ?? ''}`,
    );
    return ok(sliceOf(found, slicing, (exchange) => exchange));
  }

  private filtered<Row extends PlanPerson | BundleFinding | BundleExchange>(
    name: readonly unknown[],
    search: string,
    rows: () => readonly Row[],
    text: (row: Row) => string,
  ): readonly Row[] {
    const wanted = foldText(search.trim());
    const all = () => (wanted === '' ? rows() : rows().filter((row) => foldText(text(row)).includes(wanted)));
    return (this.held?.lists.list([...name, wanted], all) ?? all()) as readonly Row[];
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > valueShown ? `${text.slice(0, valueShown)}…` : text;
}

const asWritten = 'Take the file as it was written: a bundle is JSON in UTF-8. A mail program or an editor may have changed it.';
const wrongText: Readonly<Record<string, string>> = {
  'xlsx-file': 'A bundle is a JSON file. Where it was sent in a zip archive, unpack it first.',
};

const nothingHeld = err({ code: 'no-bundle', message: 'No bundle is open any more.', fix: 'Open the file again.' } satisfies AppError);
