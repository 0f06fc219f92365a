import { err, ok, type Result } from '../result';
import type { ExchangeQuery } from './exchange';

/** What the filter box of the log asks for; the page is added by whoever lists. */
export type LogFilter = Omit<ExchangeQuery, 'before' | 'after' | 'limit'>;
type Draft = { -readonly [K in keyof LogFilter]: LogFilter[K] };

export interface LogFilterError {
  readonly message: string;
  readonly fix: string;
  /** Where in the text, from 0. */
  readonly at: number;
  readonly length: number;
}

type Operator = '=' | '~' | '>=' | '<=' | '>' | '<';

interface Term {
  readonly field: string;
  readonly operator: Operator;
  readonly value: string;
  readonly at: number;
  readonly length: number;
}

interface Field {
  readonly operators: readonly Operator[];
  readonly example: string;
  /** What it does, for the help. */
  readonly about: string;
  /** Null when it was taken; else what was expected. */
  readonly set: (draft: Draft, operator: Operator, value: string) => string | null;
}

const text = (
  key: 'pathContains' | 'personContains' | 'groupContains' | 'clientContains' | 'bodyContains',
  example: string,
  about: string,
) => ({
  operators: ['~', '='] as const,
  example,
  about,
  set: (draft: Draft, _: Operator, value: string): string | null => {
    if (draft[key] !== undefined) return 'it once only';
    draft[key] = value;
    return value === '' ? 'a text behind it' : null;
  },
});

/** Every field of the filter, in the order of the help. */
export const logFilterFields: Readonly<Record<string, Field>> = {
  status: {
    operators: ['=', '>=', '<=', '>', '<'],
    example: 'status>=400',
    about: 'Status of the answer; 4xx for a whole class',
    set: setStatus,
  },
  method: { operators: ['='], example: 'method=PATCH,PUT', about: 'Method, or several with commas', set: setMethod },
  path: text('pathContains', 'path~Groups', 'Part of the path or query'),
  user: text('personContains', 'user=ann@', 'Part of the userName of somebody named or changed'),
  group: text('groupContains', 'group~eng-', 'Part of the group’s name'),
  body: text('bodyContains', 'body~"displayName"', 'Part of the request’s or the answer’s body'),
  client: text('clientContains', 'client~virtual', 'Part of who sent it'),
  ms: { operators: ['>=', '>'], example: 'ms>=50', about: 'Took at least so many milliseconds', set: setDuration },
  is: { operators: ['='], example: 'is=pinned', about: 'pinned, or changing: something changed', set: setFlag },
};

const methodNames = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/**
 * Reads an expression such as `status>=400 method=PATCH path~Groups user=ann@acme.example`: terms with spaces between, all of which
 * must hold. A bare word is a status, a method, a person when it has an @, else part of the path. Text with spaces goes in quotes.
 */
export function parseLogFilter(expression: string): Result<LogFilter, LogFilterError> {
  const draft: Draft = {};
  let at = 0;
  while (at < expression.length) {
    if (/\s/.test(expression.charAt(at))) {
      at += 1;
      continue;
    }
    const term = readTerm(expression, at);
    if (!term.ok) return term;
    const { field, operator, value, length } = term.value;
    const known = Object.hasOwn(logFilterFields, field) ? logFilterFields[field] : undefined;
    const place = { at, length };
    if (known === undefined)
      return err({
        ...place,
        message: `"${field}" is not a field of the log.`,
        fix: `Use one of ${Object.keys(logFilterFields).join(', ')}.`,
      });
    if (!known.operators.includes(operator))
      return err({ ...place, message: `"${field}" does not go with "${operator}".`, fix: `Write for example ${known.example}.` });
    const expected = known.set(draft, operator, value);
    if (expected !== null)
      return err({
        ...place,
        message: `Expected ${expected}, found "${expression.slice(at, at + length)}".`,
        fix: `Write for example ${known.example}.`,
      });
    at += length;
  }
  return ok(draft);
}

function readTerm(expression: string, at: number): Result<Term, LogFilterError> {
  const rest = expression.slice(at);
  const head = /^([A-Za-z]+)(>=|<=|[=~><])/.exec(rest);
  const from = at + (head?.[0].length ?? 0);
  const value = readValue(expression, from);
  if (!value.ok) return value;
  const length = value.value.end - at;
  if (head !== null) {
    const operator = head[2] as Operator;
    return ok({ field: (head[1] ?? '').toLowerCase(), operator, value: value.value.text, at, length });
  }
  return ok({ ...bareWord(value.value.text), at, length });
}

function bareWord(value: string): Pick<Term, 'field' | 'operator' | 'value'> {
  if (/^[1-5](\d\d|xx)$/i.test(value)) return { field: 'status', operator: '=', value };
  if (methodNames.includes(value)) return { field: 'method', operator: '=', value };
  return { field: value.includes('@') ? 'user' : 'path', operator: '~', value };
}

/** A word up to the next space, or a text in quotes in which \" and \\ stand for themselves. */
function readValue(expression: string, from: number): Result<{ readonly text: string; readonly end: number }, LogFilterError> {
  if (expression.charAt(from) !== '"') {
    const word = /^\S*/.exec(expression.slice(from))?.[0] ?? '';
    return ok({ text: word, end: from + word.length });
  }
  let value = '';
  for (let at = from + 1; at < expression.length; at += 1) {
    const character = expression.charAt(at);
    if (character === '"') return ok({ text: value, end: at + 1 });
    if (character === '\\' && /["\\]/.test(expression.charAt(at + 1))) at += 1;
    value += expression.charAt(at);
  }
  return err({ at: from, length: expression.length - from, message: 'The quotes are not closed.', fix: 'Put a " at the end of the text.' });
}

function setStatus(draft: Draft, operator: Operator, value: string): string | null {
  const kind = /^([1-5])xx$/i.exec(value)?.[1];
  const low = kind === undefined ? Number(value) : Number(kind) * 100;
  const high = kind === undefined ? low : low + 99;
  if (kind === undefined && !/^[1-5]\d\d$/.test(value)) return 'a status from 100 to 599, or a class such as 4xx';
  if (operator === '=' || operator === '>=' || operator === '>')
    draft.minStatus = Math.max(draft.minStatus ?? 0, operator === '>' ? high + 1 : low);
  if (operator === '=' || operator === '<=' || operator === '<')
    draft.maxStatus = Math.min(draft.maxStatus ?? 999, operator === '<' ? low - 1 : high);
  return null;
}

function setMethod(draft: Draft, _: Operator, value: string): string | null {
  const wanted = value.toUpperCase().split(',');
  if (draft.methods !== undefined) return 'it once only; several methods go with commas';
  if (!wanted.every((one) => methodNames.includes(one))) return `one of ${methodNames.join(', ')}`;
  draft.methods = [...new Set(wanted)];
  return null;
}

function setDuration(draft: Draft, operator: Operator, value: string): string | null {
  if (!/^\d{1,9}$/.test(value)) return 'a whole number of milliseconds';
  draft.minDurationMs = Number(value) + (operator === '>' ? 1 : 0);
  return null;
}

function setFlag(draft: Draft, _: Operator, value: string): string | null {
  if (value !== 'pinned' && value !== 'changing') return '"pinned" or "changing"';
  draft[value] = true;
  return null;
}

/** The expression that reads as this filter. */
export function printLogFilter(filter: LogFilter): string {
  const { minStatus, maxStatus, methods, minDurationMs } = filter;
  const terms: string[] = [];
  if (minStatus !== undefined && minStatus === maxStatus) terms.push(`status=${minStatus}`);
  else {
    if (minStatus !== undefined) terms.push(`status>=${minStatus}`);
    if (maxStatus !== undefined) terms.push(`status<=${maxStatus}`);
  }
  if (methods !== undefined) terms.push(`method=${methods.join(',')}`);
  const texts = [
    ['path', filter.pathContains],
    ['user', filter.personContains],
    ['group', filter.groupContains],
    ['body', filter.bodyContains],
    ['client', filter.clientContains],
  ] as const;
  for (const [field, value] of texts) if (value !== undefined) terms.push(`${field}~${quoted(value)}`);
  if (minDurationMs !== undefined) terms.push(`ms>=${minDurationMs}`);
  if (filter.pinned === true) terms.push('is=pinned');
  if (filter.changing === true) terms.push('is=changing');
  return terms.join(' ');
}

const quoted = (value: string): string => (/^[^\s"]+$/.test(value) ? value : `"${value.replace(/[\\"]/g, '\\$&')}"`);
