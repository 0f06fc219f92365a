import { compileRule } from '../vendor/rules';

/** Constructs that only an engine which tries and goes back can run; people's patterns are run in linear time here. */
export type BacktrackingConstruct =
  | 'look-ahead'
  | 'look-behind'
  | 'back-reference'
  | 'atomic group'
  | 'possessive repetition'
  | 'recursion'
  | 'condition';

export type PatternCheck =
  | { readonly kind: 'fine' }
  | { readonly kind: 'backtracking'; readonly construct: BacktrackingConstruct; readonly text: string; readonly at: number }
  /** `at` is null where the parser does not say which part it means. */
  | { readonly kind: 'invalid'; readonly message: string; readonly at: number | null };

export function checkPattern(pattern: string): PatternCheck {
  const compiled = compileRule({ type: 'regex', pattern, target: 'Team', autoApprove: false, priority: 0 });
  if (compiled.ok) return { kind: 'fine' };
  const construct = findBacktracking(pattern);
  if (construct !== null) return { kind: 'backtracking', ...construct };
  const said = /^error parsing regexp: (.*?)(?:: `(.*)`)?$/s.exec(compiled.error);
  const message = said?.[1] ?? compiled.error;
  const part = said?.[2];
  const at = part === undefined || part === '' ? -1 : pattern.indexOf(part);
  return { kind: 'invalid', message: part === undefined ? message : `${message} ${part}`, at: at === -1 ? null : at };
}

const constructs: readonly (readonly [RegExp, BacktrackingConstruct])[] = [
  [/^\(\?[=!]/, 'look-ahead'],
  [/^\(\?<[=!]/, 'look-behind'],
  [/^\(\?>/, 'atomic group'],
  [/^\(\?(?:R|[+-]?\d+|&\w+|P>\w+)\)/, 'recursion'],
  [/^\(\?\((?:\d+|<\w+>|'\w+'|\?)/, 'condition'],
  [/^\(\?P=\w+\)/, 'back-reference'],
  [/^\\(?:[1-9]\d?|k[<{'][^>}']*[>}']|g\{?-?\d+\}?)/, 'back-reference'],
  [/^(?:[*+?]|\{\d+(?:,\d*)?\})\+/, 'possessive repetition'],
];

function findBacktracking(
  pattern: string,
): { readonly construct: BacktrackingConstruct; readonly text: string; readonly at: number } | null {
  let inClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const rest = pattern.slice(at);
    if (inClass) {
      if (rest.startsWith('\\')) at += 1;
      else if (rest.startsWith(']')) inClass = false;
      continue;
    }
    for (const [shape, construct] of constructs) {
      const found = shape.exec(rest);
      if (found !== null) return { construct, text: found[0], at };
    }
    if (rest.startsWith('\\')) at += 1;
    else if (rest.startsWith('[')) inClass = true;
  }
  return null;
}

/** The text that every match must begin with, for an anchored pattern; '' where none is certain. */
export function literalPrefix(pattern: string): string {
  if (!pattern.startsWith('^') || hasAlternative(pattern)) return '';
  let prefix = '';
  for (let at = 1; at < pattern.length; at += 1) {
    let character = pattern[at] ?? '';
    if (character === '\\') {
      const next = pattern[at + 1] ?? '';
      if (!/^[^A-Za-z0-9]$/.test(next)) break;
      character = next;
      at += 1;
    } else if (/[.[\](){}*+?|^$]/.test(character)) break;
    // A repeated character may be there zero times.
    if (/^[*?{]/.test(pattern.slice(at + 1))) break;
    prefix += character;
    if (pattern[at + 1] === '+') break;
  }
  return prefix;
}

/** A `|` outside of groups and classes, or anything that is not told apart here. */
function hasAlternative(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at];
    if (character === '\\') at += 1;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}
