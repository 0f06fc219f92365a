/** Where progress goes: standard error, as far as it is a terminal. */
type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

export interface PassingLine {
  readonly show: (words: string) => void;
  readonly wipe: () => void;
}

/** One line of progress, written over by the next and wiped when it is over. Where nobody watches, nothing is written. */
export function passingLine(terminal: Terminal = process.stderr): PassingLine {
  let shown = '';
  const write = (words: string): void => {
    if (terminal.isTTY !== true || words === shown) return;
    terminal.write(`\r\u001b[K${words}`);
    shown = words;
  };
  return { show: write, wipe: () => write('') };
}
