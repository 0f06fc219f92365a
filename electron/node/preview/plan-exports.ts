import type { AppError } from '../../../shared/app-error';
import { planPieces } from '../../../shared/plan/render-plan';
import { ok, type Result } from '../../../shared/result';
import { canSaveFile, saveFile } from '../stores/save-file';
import { piecesInSteps, type Work } from '../threads/in-steps';
import type { PlanDesk } from './plan-desk';
import type { QuestionInput } from './worker-messages';

type Wanted = Pick<QuestionInput<'preview:export'>, 'path' | 'format' | 'everybody'>;

/** Writes plans into files, in steps between which other questions are answered. */
export class PlanExports {
  private readonly open = new Set<{ cancelled: boolean }>();

  constructor(
    private readonly plan: PlanDesk,
    private readonly elapsedMs: () => number,
  ) {}

  /** What is shown, as the command prints it. Null when it was called off: the file is then what it was before. */
  async save({ path, format, everybody }: Wanted, organisation: string): Promise<Result<string | null, AppError>> {
    const job = { cancelled: false };
    this.open.add(job);
    try {
      const writable = await canSaveFile(path);
      if (!writable.ok) return writable;
      const planned = await this.plan.planned();
      if (!planned.ok) return planned;
      const work: Work = { elapsedMs: this.elapsedMs, isCancelled: () => job.cancelled };
      const pieces = planPieces(planned.value, format, { all: everybody, organisation });
      const saved = await saveFile(path, piecesInSteps(pieces, work));
      return job.cancelled && !saved.ok ? ok(null) : saved;
    } finally {
      this.open.delete(job);
    }
  }

  cancel(): void {
    for (const job of this.open) job.cancelled = true;
  }
}
