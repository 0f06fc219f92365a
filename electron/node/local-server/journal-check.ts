import type { JournalCheckView } from '../../../shared/ipc/server';
import type { ScimServer } from '../scim-server/scim-server';
import { nextTurn } from '../threads/in-steps';

/** So long the journal is read before requests are answered again. */
const turnMs = 15;

/** One check of a whole journal in the background: it can be watched and left, and ends with the server it reads. */
export class JournalCheck {
  view: JournalCheckView = { kind: 'running', done: 0, total: 0 };
  private left = false;

  constructor(
    private readonly server: ScimServer,
    private readonly onChange: () => void,
  ) {}

  leave(): void {
    this.left = true;
  }

  async run(): Promise<void> {
    const check = this.server.checkJournal();
    while (!this.left) {
      const until = performance.now() + turnMs;
      let step = check.next();
      while (step.done !== true && performance.now() < until) step = check.next();
      if (step.done === true) {
        this.view = step.value === null ? { kind: 'sound' } : { kind: 'damaged', found: step.value };
        return this.onChange();
      }
      this.view = { kind: 'running', ...step.value };
      this.onChange();
      await nextTurn();
    }
  }
}
