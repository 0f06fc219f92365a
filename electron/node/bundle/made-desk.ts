import type { AppError } from '../../../shared/app-error';
import { type Bundle, bundleText } from '../../../shared/bundle/bundle-format';
import type { BundleProgress } from '../../../shared/bundle/bundle-plan';
import { remainingEmails } from '../../../shared/bundle/email-in-text';
import { lookFor } from '../../../shared/bundle/look-for';
import { bundleSteps } from '../../../shared/bundle/make-bundle';
import type { Pseudonyms } from '../../../shared/bundle/pseudonyms';
import { type BundlePart, bundleParts, recordsOf } from '../../../shared/bundle/records';
import type { BundleRecord, MadeBundleView, SoughtText } from '../../../shared/ipc/bundle';
import type { Slice } from '../../../shared/ipc/workspace-input';
import { foldText } from '../../../shared/preview/fold-text';
import { err, ok, type Result } from '../../../shared/result';
import { Desk } from '../preview/desk';
import { ListCache, sliceOf } from '../preview/list-cache';
import type { Documents } from '../stores/documents';
import type { QuestionInput } from './bundle-messages';
import { fileFacts } from './file-facts';
import type { RecordedRun } from './read-data-folder';

interface Held {
  readonly bundle: Bundle;
  readonly text: string;
  readonly pseudonyms: Pseudonyms;
  readonly lists: ListCache<BundleRecord>;
}

/** Remaining e-mails that are listed; more are counted. */
const remainingShown = 20;

/** One bundle that is made and may be written: looked through before anybody is given it. */
export class MadeDesk {
  private held: Held | null = null;

  constructor(
    private readonly documents: Pick<Documents, 'of'>,
    private readonly report: (progress: BundleProgress) => void,
  ) {}

  async make({ workspaceId, version, recorded }: QuestionInput<'make'>): Promise<Result<MadeBundleView, AppError>> {
    this.held = null;
    const run = recorded === null ? await this.played(workspaceId) : ok(recorded);
    if (!run.ok) return run;
    const steps = bundleSteps({ ...run.value, version });
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) this.report(step.value);
    if (!step.value.ok) return step.value;
    const { bundle, pseudonyms } = step.value.value;
    const text = bundleText(bundle);
    this.held = { bundle, text, pseudonyms, lists: new ListCache() };
    const remaining = remainingEmails(text);
    return ok({
      ...fileFacts(new TextEncoder().encode(text)),
      source: recorded === null ? 'preview' : 'server',
      counts: {
        people: bundle.plan.people.length,
        groups: bundle.plan.groups.length,
        rules: bundle.scenario.organisation.rules?.length ?? 0,
        events: bundle.scenario.events.length,
        exchanges: bundle.exchanges.length,
      },
      parts: bundleParts.map((part) => {
        const records = recordsOf(bundle, part);
        return { part, records: records.length, bytes: records.reduce((sum, { value }) => sum + JSON.stringify(value).length, 0) };
      }),
      replaced: pseudonyms.counts(),
      remaining: { total: remaining.length, first: remaining.slice(0, remainingShown) },
    });
  }

  text(): Result<string, AppError> {
    return this.held === null ? nothingHeld : ok(this.held.text);
  }

  lookFor(text: string): Result<SoughtText, AppError> {
    if (this.held === null) return nothingHeld;
    const { bundle, text: whole, pseudonyms } = this.held;
    return ok({ ...lookFor(bundle, whole, text), pseudonym: pseudonyms.known(text) });
  }

  records({
    part,
    search,
    ...place
  }: {
    readonly part: BundlePart;
    readonly search: string;
    readonly offset: number;
    readonly limit: number;
  }): Result<Slice<BundleRecord>, AppError> {
    if (this.held === null) return nothingHeld;
    const { bundle, lists } = this.held;
    const wanted = foldText(search.trim());
    const found = lists.list([part, wanted], () => {
      const records = recordsOf(bundle, part).map(({ path, value }) => ({ path, json: JSON.stringify(value) }));
      return wanted === '' ? records : records.filter(({ path, json }) => foldText(`${path}\n${json}`).includes(wanted));
    });
    return ok(sliceOf(found, place, (record) => record));
  }

  /** The workspace as it is on disk, read here: the preview itself is not disturbed. */
  private async played(workspaceId: string): Promise<Result<RecordedRun, AppError>> {
    const desk = await Desk.open(this.documents.of(workspaceId), { now: () => new Date(), elapsedMs: () => performance.now() });
    if (!desk.ok) return desk;
    const scenario = desk.value.playedScenario();
    return scenario.ok ? ok({ scenario: scenario.value, exchanges: [] }) : scenario;
  }
}

const nothingHeld = err({
  code: 'no-bundle',
  message: 'No bundle is held any more.',
  fix: 'Put it together once more.',
} satisfies AppError);
