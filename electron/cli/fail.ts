import type { AppError } from '../../shared/app-error';

/** An exit of 1: JSON on stdout under `--json`, one readable line on stderr without (formats.md section 4). */
export function fail(error: AppError, json: boolean): void {
  if (json)
    process.stdout.write(
      `${JSON.stringify({ error: { code: error.code, message: withFix(error), ...(error.path === undefined ? {} : { path: error.path }) } })}\n`,
    );
  else process.stderr.write(`${error.path === undefined ? '' : `${error.path}: `}${withFix(error)}\n`);
  process.exitCode = 1;
}

const withFix = (error: AppError): string => (error.fix === undefined ? error.message : `${error.message} ${error.fix}`);
