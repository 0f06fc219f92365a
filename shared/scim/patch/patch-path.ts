import { err, ok, type Result } from '../../result';
import type { AttributePath, Filter } from '../filter/filter';
import { readBrackets } from '../filter/parse-filter';
import { maximumFilterLength, Scanner, SyntaxFault } from '../filter/scanner';
import { type ScimError, scimError, shown } from '../scim-error';

/** `PATH = attrPath / valuePath [subAttr]` (RFC 7644 figure 7). */
export interface PatchPath {
  readonly text: string;
  readonly path: AttributePath;
  /** Which values: `members[value eq "…"]`. */
  readonly filter: Filter | null;
  /** The sub-attribute after the brackets: `emails[type eq "work"].value`. */
  readonly sub: string | null;
}

export function parsePatchPath(text: string, where: string): Result<PatchPath, ScimError> {
  const trimmed = text.trim();
  if (trimmed.length > maximumFilterLength)
    return err(scimError('invalidPath', `${where}: expected at most ${maximumFilterLength} characters, found ${trimmed.length}`));
  const scanner = new Scanner(trimmed);
  try {
    const path = scanner.attributePath();
    let filter: Filter | null = null;
    let sub: string | null = null;
    if (scanner.text[scanner.at] === '[') {
      if (path.sub !== null) scanner.fail(`expected [ after an attribute, found it after ${JSON.stringify(path.text)}`);
      filter = readBrackets(scanner);
      if (scanner.take('.')) {
        const part = scanner.attributePath();
        if (part.urn !== null || part.sub !== null)
          scanner.fail(`expected one sub-attribute after the brackets, found ${JSON.stringify(part.text)}`);
        sub = part.name;
      }
    }
    if (!scanner.done) scanner.fail(`expected the end of the path, found ${scanner.here()}`);
    return ok({ text: trimmed, path, filter, sub });
  } catch (fault) {
    if (fault instanceof SyntaxFault)
      return err(scimError('invalidPath', `${where} ${shown(trimmed)}, character ${fault.at + 1}: ${fault.message}`));
    throw fault;
  }
}
