import { err, ok, type Result } from '../../result';
import { type ScimError, scimError, shown } from '../scim-error';
import { type Comparison, comparisons, type Filter } from './filter';
import { maximumFilterLength, Scanner, SyntaxFault } from './scanner';

/**
 * Text of a filter → data (RFC 7644 section 3.4.2.2): `not` before `and` before `or`, operators in any case. One pass, bounded
 * depth; an error says what was expected, what was found and at which character.
 */
export function parseFilter(text: string): Result<Filter, ScimError> {
  const plain = readEquality(text);
  return plain === null ? parseByGrammar(text) : ok(plain);
}

/**
 * `userName eq "…"`, as clients look for a user before they create one: an attribute without a URN and sub-attributes, `eq`, a string
 * without escapes and quotes. The same words in any other form are for the grammar, which reads this form to the same filter.
 */
const equality = /^([a-zA-Z$][\w$-]*) eq "([ !#-[\]-\uffff]*)"$/;

function readEquality(text: string): Filter | null {
  const found = text.length > maximumFilterLength ? null : equality.exec(text);
  if (found === null) return null;
  const [, name, value] = found as unknown as readonly [string, string, string];
  return { kind: 'compare', path: { text: name, urn: null, name, sub: null }, op: 'eq', value };
}

/** The whole grammar. */
export function parseByGrammar(text: string): Result<Filter, ScimError> {
  if (text.length > maximumFilterLength)
    return err(scimError('invalidFilter', `filter: expected at most ${maximumFilterLength} characters, found ${text.length}`));
  const scanner = new Scanner(text);
  try {
    const filter = readFilter(scanner);
    scanner.skipSpaces();
    if (!scanner.done) scanner.fail(`expected and, or, or the end, found ${scanner.here()}`);
    return ok(filter);
  } catch (fault) {
    if (fault instanceof SyntaxFault)
      return err(scimError('invalidFilter', `filter ${shown(text)}, character ${fault.at + 1}: ${fault.message}`));
    throw fault;
  }
}

/** Also used between the brackets of a path. */
export function readFilter(scanner: Scanner): Filter {
  const terms = [readConjunction(scanner)];
  while (keyword(scanner, 'or')) terms.push(readConjunction(scanner));
  return terms.length === 1 ? (terms[0] as Filter) : { kind: 'or', terms };
}

function readConjunction(scanner: Scanner): Filter {
  const terms = [readTerm(scanner)];
  while (keyword(scanner, 'and')) terms.push(readTerm(scanner));
  return terms.length === 1 ? (terms[0] as Filter) : { kind: 'and', terms };
}

/** Takes the word if it stands here as a word of its own. */
function keyword(scanner: Scanner, word: 'and' | 'or'): boolean {
  const start = scanner.at;
  scanner.skipSpaces();
  const apart = scanner.at > start || ')]'.includes(scanner.text[start - 1] ?? '');
  if (apart && scanner.peekWord() === word && ' \t('.includes(scanner.text[scanner.at + word.length] ?? '')) {
    scanner.at += word.length;
    return true;
  }
  scanner.at = start;
  return false;
}

function readTerm(scanner: Scanner): Filter {
  scanner.skipSpaces();
  if (scanner.peekWord() === 'not') {
    const start = scanner.at;
    scanner.at += 3;
    scanner.skipSpaces();
    if (scanner.text[scanner.at] === '(') return { kind: 'not', term: readGroup(scanner) };
    scanner.at = start;
  }
  if (scanner.text[scanner.at] === '(') return readGroup(scanner);
  return readAssertion(scanner);
}

function readGroup(scanner: Scanner): Filter {
  scanner.enter();
  scanner.at += 1;
  const filter = readFilter(scanner);
  scanner.skipSpaces();
  if (!scanner.take(')')) scanner.fail(`expected ), found ${scanner.here()}`);
  scanner.leave();
  return filter;
}

function readAssertion(scanner: Scanner): Filter {
  const path = scanner.attributePath();
  if (scanner.text[scanner.at] === '[') {
    if (path.sub !== null) scanner.fail(`expected [ after an attribute, found it after the sub-attribute ${JSON.stringify(path.text)}`);
    return { kind: 'values', path, filter: readBrackets(scanner) };
  }
  scanner.skipSpaces();
  const operator = scanner.peekWord();
  const at = scanner.at;
  scanner.at += operator.length;
  if (operator === 'pr') return { kind: 'present', path };
  if (!isComparison(operator)) {
    scanner.at = at;
    scanner.fail(`expected an operator (${comparisons.join(', ')}, pr), found ${scanner.here()}`);
  }
  const before = scanner.at;
  scanner.skipSpaces();
  if (scanner.at === before && !scanner.done) scanner.fail(`expected a space after ${operator}, found ${scanner.here()}`);
  return { kind: 'compare', path, op: operator as Comparison, value: scanner.value() };
}

/** `[` filter `]`, the scanner at the `[`. */
export function readBrackets(scanner: Scanner): Filter {
  scanner.enter();
  scanner.at += 1;
  const filter = readFilter(scanner);
  scanner.skipSpaces();
  if (!scanner.take(']')) scanner.fail(`expected ], found ${scanner.here()}`);
  scanner.leave();
  return filter;
}

const isComparison = (word: string): word is Comparison => (comparisons as readonly string[]).includes(word);
