import type { AppError } from '../../../shared/app-error';
import * as change from '../../../shared/guide/change-workspace';
import { checkValue } from '../../../shared/guide/checks/check-value';
import { contextOf, noFacts } from '../../../shared/guide/checks/read-values';
import type { StepId } from '../../../shared/guide/step-id';
import { testPassedCheck } from '../../../shared/guide/steps/activation';
import type { PlainValueId, ValueId } from '../../../shared/guide/value-id';
import type { SecretFacts, Workspace } from '../../../shared/guide/workspace';
import type { GuideView } from '../../../shared/ipc/guide';
import type { Region } from '../../../shared/jumpcloud/regions';
import { err, type Result } from '../../../shared/result';
import type { Secrets } from '../stores/secrets';
import type { PeopleIndex } from './people-index';
import { fingerprintOf, tokenFacts } from './token-facts';
import type { Workspaces } from './workspaces';

interface GuideDeskPorts {
  readonly workspaces: Workspaces;
  readonly secrets: Secrets;
  readonly people: PeopleIndex;
  readonly now: () => Date;
}

type Changed = Promise<Result<GuideView, AppError>>;

/** As long as a forgotten token can be taken back. */
const forgottenForMs = 60_000;

interface ForgottenToken {
  readonly token: string;
  readonly facts: SecretFacts;
  readonly until: number;
}

/** The guide of any workspace, as the window asks for it: each answer is the whole state after the change. */
export class GuideDesk {
  /** By workspace; in memory only. */
  private readonly forgotten = new Map<string, ForgottenToken>();

  constructor(private readonly ports: GuideDeskPorts) {}

  view = async (workspaceId: string): Changed => this.viewOf(this.ports.workspaces.get(workspaceId));

  goToStep = (id: string, step: StepId): Changed => this.change(id, (workspace) => change.goToStep(workspace, step));

  setRegion = (id: string, region: Region): Changed => this.change(id, (workspace, at) => change.setRegion(workspace, region, at));

  setNote = (id: string, step: StepId, note: string): Changed =>
    this.change(id, (workspace, at) => change.setNote(workspace, step, note, at));

  setSeen = (id: string, step: StepId, checks: readonly string[], seen: boolean): Changed =>
    this.change(id, (workspace, at) => {
      const changed = change.setSeen(workspace, step, checks, seen, at);
      return seen && step === '14' && checks.includes(testPassedCheck) ? burnCurrent(changed, at) : changed;
    });

  setVerdict = (id: string, step: StepId, verdict: change.NewVerdict): Changed =>
    this.change(id, (workspace, at) => change.setVerdict(workspace, step, verdict, at));

  setValue = (id: string, value: PlainValueId, text: string): Changed =>
    this.change(id, (workspace, at) => change.setValue(workspace, value, text, at));

  putBack = (id: string, state: Pick<Workspace, 'values' | 'steps'>): Changed =>
    this.change(id, (workspace, at) => change.putBack(workspace, state, at));

  setPasted = (id: string, value: ValueId, step: StepId, pasted: boolean): Changed =>
    this.change(id, (workspace, at) => change.setPasted(workspace, value, step, pasted, at));

  compareValue = (id: string, value: PlainValueId, step: StepId, found: string | null): Changed =>
    this.change(id, (workspace, at) => change.compareValue(workspace, value, step, found, at));

  forgetComparison = (id: string, value: ValueId, step: StepId): Changed =>
    this.change(id, (workspace, at) => change.forgetComparison(workspace, value, step, at));

  /** A token with an error is not kept: the window shows the same findings while it is typed. */
  setToken = async (id: string, text: string): Changed => {
    const { workspaces, secrets, now } = this.ports;
    const found = workspaces.get(id);
    if (!found.ok) return found;
    if (text === '') {
      this.rememberForAWhile(id, found.value);
      secrets.forget(id, 'bearer-token');
      return this.change(id, (workspace, at) => change.setToken(workspace, null, at));
    }
    const reading = checkValue('bearer-token', text, contextOf(found.value, noFacts, now().getTime()));
    const worst = reading.findings.find(({ severity }) => severity === 'error');
    if (worst !== undefined) {
      const message = `${worst.title}. Expected ${worst.expected}, found ${worst.found}.`;
      return err({ code: 'token-not-usable', message, fix: worst.remedy });
    }
    const before = secrets.read(id, 'bearer-token');
    secrets.keep(id, 'bearer-token', text);
    const changed = await this.change(id, (workspace, at) => change.setToken(workspace, tokenFacts(text), at));
    // The token and what the workspace says of it are of one moment, also where the disk refuses.
    if (!changed.ok && before === null) secrets.forget(id, 'bearer-token');
    else if (!changed.ok && before !== null) secrets.keep(id, 'bearer-token', before);
    return changed;
  };

  /** Only a token that was forgotten a moment ago, and that no other one has replaced since. */
  restoreToken = async (id: string): Changed => {
    const { workspaces, secrets, now } = this.ports;
    const held = this.forgotten.get(id);
    this.forgotten.delete(id);
    const found = workspaces.get(id);
    if (!found.ok) return found;
    if (held === undefined || held.until < now().getTime() || found.value.token !== null) {
      const message = 'Expected a token that was forgotten less than a minute ago; found none.';
      return err({ code: 'token-gone', message, fix: 'Enter it again at step 3.' });
    }
    secrets.keep(id, 'bearer-token', held.token);
    return this.change(id, (workspace, at) => change.restoreToken(workspace, held.facts, at));
  };

  compareToken = (id: string, step: StepId, found: string | null): Changed =>
    this.change(id, (workspace, at) =>
      change.compareToken(workspace, step, found === null || fingerprintOf(found.trim()) === workspace.token?.fingerprint, at),
    );

  /** The token itself, for the clipboard and for requests of the live side; null where it is not held. */
  token = (id: string): string | null => this.ports.secrets.read(id, 'bearer-token');

  burnTestEmail = (id: string, email?: string): Changed => this.change(id, (workspace, at) => burnCurrent(workspace, at, email));

  unburnTestEmail = (id: string, email: string): Changed => this.change(id, (workspace, at) => change.unburnEmail(workspace, email, at));

  private rememberForAWhile(id: string, { token: facts }: Workspace): void {
    const token = this.token(id);
    if (facts === null || token === null) return;
    const entry = { token, facts, until: this.ports.now().getTime() + forgottenForMs };
    this.forgotten.set(id, entry);
    setTimeout(() => {
      if (this.forgotten.get(id) === entry) this.forgotten.delete(id);
    }, forgottenForMs).unref();
  }

  private async change(id: string, work: (workspace: Workspace, at: string) => Workspace): Changed {
    return this.viewOf(this.ports.workspaces.change(id, work));
  }

  private async viewOf(result: Result<Workspace, AppError>): Changed {
    if (!result.ok) return result;
    const { people, secrets, workspaces } = this.ports;
    const { id, values } = result.value;
    const testEmailOwner = await people.emailOwner(id, values['test-email']?.text ?? '');
    const rosterDomains = await people.rosterDomains(id);
    /** As it is by now: while people were looked up another change may have come. */
    const latest = workspaces.get(id);
    if (!latest.ok) return latest;
    const tokenHeld = latest.value.token === null || secrets.read(id, 'bearer-token') !== null;
    const view: GuideView = {
      workspace: latest.value,
      tokenStoredIn: secrets.keeping.kind,
      facts: { tokenHeld, testEmailOwner, rosterDomains },
    };
    return { ok: true, value: view };
  }
}

/** Once used for a test, an address stays at the vendor (I1). */
function burnCurrent(workspace: Workspace, at: string, email = workspace.values['test-email']?.text.trim() ?? ''): Workspace {
  return email === '' ? workspace : change.burnEmail(workspace, email, workspace.values['scim-base-url']?.text ?? '', at);
}
