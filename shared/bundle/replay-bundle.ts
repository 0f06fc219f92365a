import type { AppError } from '../app-error';
import type { Plan } from '../plan/plan';
import { err, ok, type Result } from '../result';
import { checkScenario, issueError, parseJson, type Scenario } from '../vendor/scenario';
import { type Bundle, bundleFormat, bundleSchema } from './bundle-format';
import { type BundleProgress, finish, planOf } from './bundle-plan';
import { type JsonDifference, jsonDifferences } from './json-differences';

/** As `replay --json` prints it (formats.md section 4). */
export interface Replay {
  readonly identical: boolean;
  readonly differences: readonly JsonDifference[];
}

/** A bundle played back: what it says of itself, and the plan that this version finds for it. */
export interface PlayedBundle extends Replay, Pick<Bundle, 'madeBy' | 'exchanges'> {
  readonly scenario: Scenario;
  readonly plan: Plan;
}

/** Plays a bundle back and compares the plan found now with the one it carries, byte for byte. */
export function* replaySteps(text: string): Generator<BundleProgress, Result<PlayedBundle, AppError>, void> {
  yield { stage: 'reading', done: 0, total: 0 };
  const json = parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (!json.ok) return json;
  const format = typeof json.value === 'object' && json.value !== null && 'format' in json.value ? json.value.format : undefined;
  if (format !== bundleFormat) return err(otherFormat(format));
  const parsed = bundleSchema.safeParse(json.value, { reportInput: true });
  if (!parsed.success) return err(issueError(parsed.error.issues));
  const { madeBy, exchanges, plan: carried } = parsed.data;
  const scenario = checkScenario(parsed.data.scenario);
  if (!scenario.ok)
    return err({ ...scenario.error, path: `scenario${scenario.error.path === undefined ? '' : `.${scenario.error.path}`}` });
  const plan = yield* planOf(scenario.value);
  if (!plan.ok) return plan;
  yield { stage: 'comparing', done: 0, total: 0 };
  // Through JSON, as the carried plan came: fields that are undefined are not there.
  const found: unknown = JSON.parse(JSON.stringify(plan.value));
  const identical = JSON.stringify(found) === JSON.stringify(carried);
  return ok({
    madeBy,
    exchanges,
    scenario: scenario.value,
    plan: plan.value,
    identical,
    differences: identical ? [] : jsonDifferences(carried, found),
  });
}

export function replayBundle(text: string): Result<Replay, AppError> {
  const played = finish(replaySteps(text));
  if (!played.ok) return played;
  const { identical, differences } = played.value;
  return ok({ identical, differences });
}

const family = bundleFormat.slice(0, bundleFormat.indexOf('@') + 1);

/** Of our formats the admin can be told what the file is and where it belongs. */
function otherFormat(format: unknown): AppError {
  const named = typeof format === 'string' ? format : null;
  return {
    code: 'unknown-format',
    path: 'format',
    message: `expected "${bundleFormat}", found ${format === undefined ? 'no format field' : JSON.stringify(format)}`,
    fix: named?.startsWith(family)
      ? 'It was made by another version of this app: open it with that version, or ask for a new bundle.'
      : named?.startsWith('scim-preflight/scenario@')
        ? 'This is a scenario file: import it under Rules and vendor, or make a bundle of it.'
        : named?.startsWith('scim-preflight/plan@')
          ? 'This is a plan, without what it came of: ask for the support bundle instead.'
          : 'Choose the file that "Make a support bundle" or the command "bundle" wrote.',
  };
}
