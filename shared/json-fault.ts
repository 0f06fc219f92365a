/** Finding the place parses some twenty beginnings of the text: of a longer one only the engine's own words are told. */
const longestSearched = 2_000_000;

/**
 * What is wrong with a text that is no JSON, with line and column, as an editor shows them: engines count characters from the start
 * (`at position 54`), or quote a few and say no place at all.
 */
export function explainJsonFault(text: string, cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const told = /\bat position (\d+)/.exec(message)?.[1];
  const at = told !== undefined ? Number(told) : text.length <= longestSearched ? faultAt(text) : null;
  if (at === null) return message;
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', lineStart)) {
    line += 1;
    lineStart = end + 1;
  }
  const words = message.replace(/,? \.\.\.".*$|, ".*$|\s*(?:in JSON )?at position \d+.*$/s, '');
  return `${words}, at line ${line}, column ${at - lineStart + 1}`;
}

/** The first character that no beginning of a JSON text can have there; the end of the text where only more of it is missing. */
function faultAt(text: string): number {
  let whole = 0;
  let spoilt = text.length + 1;
  while (spoilt - whole > 1) {
    const middle = (whole + spoilt) >> 1;
    if (mayGoOn(text.slice(0, middle))) whole = middle;
    else spoilt = middle;
  }
  return whole;
}

/** Whether something could follow that makes it JSON: the engine stopped at its end. */
function mayGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    return /Unexpected end of|^Unterminated string/.test(message) || message.includes(`at position ${beginning.length}`);
  }
}
