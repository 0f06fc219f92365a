import { nearMiss } from './near-miss';

/** One row of JumpCloud's "User Attributes": the service's name for the attribute, and the JumpCloud attribute that fills it. */
export interface AttributeMapping {
  readonly serviceName: string;
  readonly jumpCloudName: string;
}

/** A person as an assertion needs one; the roster has exactly these (`formats.md` section 2). */
export interface AssertionPerson {
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
}

/** JumpCloud's own names, which are lower case (jumpcloud-behaviour, SAML: NameID and User Attributes). */
const KNOWN: Readonly<Record<string, (person: AssertionPerson) => string>> = {
  email: (person) => person.email,
  firstname: (person) => person.firstname,
  lastname: (person) => person.lastname,
};

/** Names JumpCloud has and a roster has not: the preview cannot show their values. */
const UNKNOWN_VALUE: ReadonlySet<string> = new Set([
  'username',
  'description',
  'displayname',
  'department',
  'company',
  'jobTitle',
  'employeeIdentifier',
  'location',
  'costCenter',
  'middlename',
]);

export type AttributeValue =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'not-in-roster' }
  /** JumpCloud sends nothing for a name it does not have. */
  | { readonly kind: 'unknown-name'; readonly suggestion: string | null };

export interface PreviewedAttribute extends AttributeMapping {
  readonly value: AttributeValue;
}

/** What the assertion would carry for one person. */
export function previewAttributes(table: readonly AttributeMapping[], person: AssertionPerson): readonly PreviewedAttribute[] {
  return table.map((mapping) => ({ ...mapping, value: resolveValue(mapping.jumpCloudName, person) }));
}

function resolveValue(name: string, person: AssertionPerson): AttributeValue {
  const read = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
  if (read) return { kind: 'value', text: read(person) };
  if (UNKNOWN_VALUE.has(name)) return { kind: 'not-in-roster' };
  return { kind: 'unknown-name', suggestion: suggest(name) };
}

function suggest(name: string): string | null {
  const folded = name.replace(/[\s_-]/g, '').toLowerCase();
  return [...Object.keys(KNOWN), ...UNKNOWN_VALUE].find((known) => known.toLowerCase() === folded) ?? null;
}

export type AttributeProblem =
  | { readonly kind: 'case-trap'; readonly serviceName: string; readonly expected: string }
  | { readonly kind: 'missing'; readonly expected: string }
  | { readonly kind: 'twice'; readonly serviceName: string }
  | { readonly kind: 'white-space'; readonly serviceName: string }
  | { readonly kind: 'unknown-source'; readonly serviceName: string; readonly jumpCloudName: string; readonly suggestion: string | null };

/** Traps of the table against the names the service reads: `Email` for `email` silently drops the value (seen: dexidp/dex#1729). */
export function findAttributeProblems(table: readonly AttributeMapping[], required: readonly string[]): readonly AttributeProblem[] {
  const names = table.map((mapping) => mapping.serviceName);
  const problems: AttributeProblem[] = [];
  for (const [index, { serviceName, jumpCloudName }] of table.entries()) {
    if (serviceName !== serviceName.trim()) problems.push({ kind: 'white-space', serviceName });
    if (names.indexOf(serviceName) !== index) problems.push({ kind: 'twice', serviceName });
    if (!Object.hasOwn(KNOWN, jumpCloudName) && !UNKNOWN_VALUE.has(jumpCloudName)) {
      problems.push({ kind: 'unknown-source', serviceName, jumpCloudName, suggestion: suggest(jumpCloudName) });
    }
  }
  for (const expected of required) {
    if (names.includes(expected)) continue;
    const trap = names.find((name) => nearMiss(expected, name) === 'case');
    problems.push(trap === undefined ? { kind: 'missing', expected } : { kind: 'case-trap', serviceName: trap, expected });
  }
  return problems;
}
