import type { AppError } from '../../shared/app-error';
import { err, type Result } from '../../shared/result';
import { readScenario, type Scenario } from '../../shared/vendor/scenario';
import { readInput } from './read-input';

/** The longest text that a JavaScript string can hold. */
export const maxScenarioBytes = 512 * 1024 * 1024;

/** A scenario file (formats.md section 1): JSON in UTF-8, a BOM accepted. `-` is standard input. */
export async function readScenarioFile(path: string): Promise<Result<Scenario, AppError>> {
  const bytes = await readInput(path, maxScenarioBytes);
  if (!bytes.ok) return bytes;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
  } catch {
    return err({
      code: 'not-utf8',
      path,
      message: 'Expected JSON in UTF-8; found bytes that are not UTF-8.',
      fix: 'Save the file as UTF-8.',
    });
  }
  const scenario = readScenario(text);
  return scenario.ok || scenario.error.path !== undefined ? scenario : err({ ...scenario.error, path });
}
