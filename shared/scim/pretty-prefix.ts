/** The beginning of a JSON text, indented: what was kept of an answer too long to keep. */
export function prettyPrefix(text: string): string {
  const pieces: string[] = [];
  let depth = 0;
  const line = (): string => `\n${'  '.repeat(depth)}`;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^"{}[\],:\s]+/g)) {
    if (token === '{' || token === '[') {
      depth += 1;
      pieces.push(token, line());
    } else if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1);
      const empty = /^\n *$/.test(pieces.at(-1) ?? '') && /[{[]/.test(pieces.at(-2) ?? '');
      if (empty) pieces.pop();
      pieces.push(empty ? token : line() + token);
    } else if (token === ',') pieces.push(token, line());
    else if (token === ':') pieces.push(': ');
    else pieces.push(token);
  }
  return pieces.join('');
}
