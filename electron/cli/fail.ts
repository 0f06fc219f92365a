import type { AppError } from '../../shared/app-error';
import { visibleText } from '../../shared/plan/visible-text';

/** An exit of 1: JSON on stdout under `--json`, one readable line on stderr without (formats.md section 4). */
export function fail(error: AppError, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify({ error: { code: error.code, message: withFix(error), path: error.path ?? '' } })}\n`);
  else process.stderr.write(`${visibleText(`${error.path === undefined ? '' : `${error.path}: `}${withFix(error)}`)}\n`);
  process.exitCode = 1;
}

/** Two sentences, the first with an end of its own. */
const withFix = ({ message, fix }: AppError): string =>
  fix === undefined ? message : `${message}${/[.!?:…]\)?$/.test(message) ? '' : '.'} ${fix}`;
