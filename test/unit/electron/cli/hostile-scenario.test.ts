import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerDryRun } from '../../../../electron/cli/dry-run';
import { runCommand } from './run-command';

/** formats.md: "an unknown version or field is a clear error that names the JSON path, never a crash or a silent skip". */

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const format = '"format":"scim-preflight/scenario@1"';
const file = (rest: string): string => `{${format},${rest}}`;
const organisation = (rest: string): string => file(`"organisation":{${rest}}`);
const event = (rest: string): string => file(`"events":[${rest}]`);
const user = (rest: string): string => organisation(`"users":[{"userName":"a@x.example"},{${rest}}]`);

interface Row {
  readonly name: string;
  readonly text: string | Uint8Array;
  /** What the error's `path` ends with, and words of its message. */
  readonly path: string;
  readonly says: RegExp;
}

const rows: readonly Row[] = [
  { name: 'nothing at all', text: '', path: '', says: /JSON/ },
  { name: 'a cut-off end', text: organisation('"name":"A"').slice(0, -3), path: '', says: /JSON/ },
  {
    name: 'NaN',
    text: organisation('"rules":[{"type":"matchAll","target":"Team","autoApprove":true,"priority":NaN}]'),
    path: '',
    says: /JSON/,
  },
  { name: 'a comma too many', text: organisation('"users":[],'), path: '', says: /JSON/ },
  { name: 'another format', text: '{"format":"scim-preflight/plan@1"}', path: 'format', says: /scenario@1.*plan@1/ },
  { name: 'a version that is not known', text: '{"format":"scim-preflight/scenario@2"}', path: 'format', says: /scenario@2/ },
  { name: 'no format', text: '{}', path: 'format', says: /no format/ },
  { name: 'a format that is no text', text: '{"format":["scim-preflight/scenario@1"]}', path: 'format', says: /scenario@1/ },
  { name: 'a list instead of an object', text: '[]', path: 'format', says: /expected/ },
  { name: 'null', text: 'null', path: 'format', says: /expected/ },
  { name: 'an unknown field at the top', text: file('"evnts":[]'), path: 'evnts', says: /unknown field "evnts"/ },
  { name: 'an unknown field of the organisation', text: organisation('"colour":"red"'), path: 'organisation.colour', says: /colour/ },
  {
    name: 'an unknown field of a user',
    text: user('"userName":"b@x.example","rolle":"Admin"'),
    path: 'organisation.users[1].rolle',
    says: /rolle/,
  },
  {
    name: 'an own field called __proto__',
    text: organisation('"__proto__":{"groupProvisioning":false}'),
    path: 'organisation.__proto__',
    says: /__proto__/,
  },
  {
    name: 'an own field called __proto__ in a user',
    text: user('"userName":"b@x.example","__proto__":{}'),
    path: 'organisation.users[1].__proto__',
    says: /__proto__/,
  },
  { name: 'an own field called constructor', text: file('"constructor":{}'), path: 'constructor', says: /constructor/ },
  { name: 'a user that is a number', text: organisation('"users":[7]'), path: 'organisation.users[0]', says: /found 7/ },
  { name: 'a user without a name', text: user('"role":"Admin"'), path: 'organisation.users[1].userName', says: /expected text/ },
  { name: 'an empty name', text: user('"userName":""'), path: 'organisation.users[1].userName', says: /found ""/ },
  {
    name: 'a role that there is not',
    text: user('"userName":"b@x.example","role":"Owner"'),
    path: 'organisation.users[1].role',
    says: /Owner/,
  },
  {
    name: 'active as text',
    text: user('"userName":"b@x.example","active":"False"'),
    path: 'organisation.users[1].active',
    says: /expected true or false; found "False"/,
  },
  { name: 'users as an object', text: organisation('"users":{}'), path: 'organisation.users', says: /a list/ },
  {
    name: 'a priority that is no finite number',
    text: organisation('"rules":[{"type":"matchAll","target":"Team","autoApprove":true,"priority":1e999}]'),
    path: 'organisation.rules[0].priority',
    says: /number/,
  },
  {
    name: 'a pattern that is no regular expression',
    text: organisation('"rules":[{"type":"regex","pattern":"(","target":"Team","autoApprove":true,"priority":1}]'),
    path: 'organisation.rules[0].pattern',
    says: /regular expression/,
  },
  {
    name: 'a target that there is not',
    text: organisation('"rules":[{"type":"prefix","pattern":"a","target":"Squad","autoApprove":true,"priority":1}]'),
    path: 'organisation.rules[0].target',
    says: /Squad/,
  },
  { name: 'an event of an unknown type', text: event('{"type":"sync"},{"type":"explode"}'), path: 'events[1].type', says: /explode|type/i },
  { name: 'an event without a type', text: event('{}'), path: 'events[0].type', says: /type|nothing/i },
  {
    name: 'a member that is null',
    text: event('{"type":"pushGroup","displayName":"g","members":[null]}'),
    path: 'events[0].members[0]',
    says: /null/,
  },
  { name: 'an assumption that there is not', text: file('"assumptions":{"A99":"other"}'), path: 'assumptions.A99', says: /A99/ },
  { name: 'a value that an assumption has not', text: file('"assumptions":{"A2":"maybe"}'), path: 'assumptions.A2', says: /maybe/ },
  { name: 'deep nesting', text: file(`"events":${'['.repeat(100_000)}${']'.repeat(100_000)}`), path: '', says: /./ },
  {
    name: 'deep nesting in a name',
    text: organisation(`"name":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
    path: 'organisation.name',
    says: /expected text/,
  },
  { name: 'UTF-16', text: Buffer.from(`\ufeff${file('"events":[]')}`, 'utf16le'), path: '', says: /UTF-8|JSON/ },
  { name: 'bytes that are no text', text: Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x80), path: '', says: /UTF-8/ },
  { name: '60 MB of spaces', text: Buffer.alloc(60_000_000, 0x20), path: '', says: /JSON/ },
];

/** One wrong thing each, at every level. */
const others: readonly (readonly [name: string, text: string | Uint8Array, path: string, says: RegExp])[] = [
  ['text instead of an object', '"scim-preflight/scenario@1"', 'format', /no format/],
  ['a number instead of an object', '42', 'format', /no format/],
  ['an organisation that is a list', file('"organisation":[]'), 'organisation', /expected an object; found a list/],
  ['an organisation that is null', file('"organisation":null'), 'organisation', /found null/],
  ['events as an object', file('"events":{}'), 'events', /expected a list; found an object/],
  ['events that are null', file('"events":null'), 'events', /found null/],
  ['an event that is a number', event('7'), 'events[0]', /found 7/],
  ['an event that is a list', event('[]'), 'events[0]', /a list/],
  ['an event that is null', event('null'), 'events[0]', /null/],
  ['assumptions as a list', file('"assumptions":[]'), 'assumptions', /expected an object; found a list/],
  ['an assumption that is true', file('"assumptions":{"A2":true}'), 'assumptions.A2', /found true/],
  ["a word that is none of an assumption's", file('"assumptions":{"A6":"gone"}'), 'assumptions.A6', /"keeps".*"removed".*found "gone"/],
  [
    'a role that there is not',
    user('"userName":"b@x.example","role":"Owner"'),
    'organisation.users[1].role',
    /"Admin", "User", "Guest"; found "Owner"/,
  ],
  ['an assumption in small letters', file('"assumptions":{"a2":"other"}'), 'assumptions.a2', /A1 to A\d+, found "a2"/],
  ['an assumption called __proto__', file('"assumptions":{"__proto__":"other"}'), 'assumptions.__proto__', /__proto__/],
  ['an assumption called constructor', file('"assumptions":{"constructor":"other"}'), 'assumptions.constructor', /constructor/],
  ['a name that is a number', organisation('"name":7'), 'organisation.name', /found 7/],
  ['an organisation without letters in its name', organisation('"name":""'), 'organisation.name', /not empty/],
  [
    'provisioning as text',
    organisation('"groupProvisioning":"true"'),
    'organisation.groupProvisioning',
    /expected true or false; found "true"/,
  ],
  ['a default group that is null', organisation('"defaultConcurrencyGroup":null'), 'organisation.defaultConcurrencyGroup', /null/],
  ['an enabled type that there is not', organisation('"enabledTypes":["Team","Squad"]'), 'organisation.enabledTypes[1]', /Squad/],
  ['an entity that is text', organisation('"entities":["Team"]'), 'organisation.entities[0]', /object.*"Team"/],
  [
    'an entity type in small letters',
    organisation('"entities":[{"type":"team","name":"x"}]'),
    'organisation.entities[0].type',
    /"Team".*"team"/,
  ],
  ['an entity without a name', organisation('"entities":[{"type":"Team"}]'), 'organisation.entities[0].name', /nothing/],
  [
    'an entity twice',
    organisation('"entities":[{"type":"Team","name":"x"},{"type":"Team","name":"X"}]'),
    'organisation.entities[1].name',
    /"x" is there already\. Names are/,
  ],
  ['a user twice', user('"userName":"A@X.example"'), 'organisation.users[1].userName', /already\. userName is compared without case/],
  ['teams as text', user('"userName":"b@x.example","teams":"T"'), 'organisation.users[1].teams', /a list/],
  ['a team that is a number', user('"userName":"b@x.example","teams":["T",5]'), 'organisation.users[1].teams[1]', /found 5/],
  [
    'a sub-organisation that is false',
    user('"userName":"b@x.example","subOrganization":false'),
    'organisation.users[1].subOrganization',
    /false/,
  ],
  ['a group twice', organisation('"groups":[{"displayName":"g"},{"displayName":"G"}]'), 'organisation.groups[1].displayName', /already/],
  [
    'a member whom nobody knows',
    organisation('"groups":[{"displayName":"g","members":["x@y.example"]}]'),
    'organisation.groups[0].members[0]',
    /not in organisation\.users\. Add/,
  ],
  [
    'a member as SCIM writes it',
    organisation('"groups":[{"displayName":"g","members":[{"value":"1"}]}]'),
    'organisation.groups[0].members[0]',
    /expected text; found an object/,
  ],
  [
    'a role of a group that there is not',
    organisation('"groups":[{"displayName":"g","roles":["Admin","Root"]}]'),
    'organisation.groups[0].roles[1]',
    /Root/,
  ],
  [
    'a mapping status in small letters',
    organisation('"groups":[{"displayName":"g","mappings":[{"type":"Team","name":"t","status":"approved"}]}]'),
    'organisation.groups[0].mappings[0].status',
    /"Auto-Approved".*"approved"/,
  ],
  [
    'an entity mapped from two groups',
    organisation(
      '"groups":[{"displayName":"g","mappings":[{"type":"Team","name":"t","status":"Approved"}]},{"displayName":"h","mappings":[{"type":"Team","name":"t","status":"Approved"}]}]',
    ),
    'organisation.groups[1].mappings[0].name',
    /mapped from another group already/,
  ],
  [
    'a rule without a pattern',
    organisation('"rules":[{"type":"prefix","target":"Team","autoApprove":true,"priority":1}]'),
    'organisation.rules[0].pattern',
    /nothing/,
  ],
  [
    'a rule of an unknown type',
    organisation('"rules":[{"type":"glob","pattern":"a"}]'),
    'organisation.rules[0].type',
    /prefix, regex, matchAll; found "glob"/,
  ],
  [
    'a pattern with look-ahead',
    organisation('"rules":[{"type":"regex","pattern":"a(?=b)","target":"Team","autoApprove":true,"priority":1}]'),
    'organisation.rules[0].pattern',
    /look-around/,
  ],
  [
    'a pattern that repeats a million times',
    organisation('"rules":[{"type":"regex","pattern":"(a{1000}){1000}","target":"Team","autoApprove":true,"priority":1}]'),
    'organisation.rules[0].pattern',
    /RE2/,
  ],
  [
    'a pattern of 20,000 brackets',
    organisation(`"rules":[{"type":"regex","pattern":"${'('.repeat(20_000)}","target":"Team","autoApprove":true,"priority":1}]`),
    'organisation.rules[0].pattern',
    /RE2/,
  ],
  ['a push without a name', event('{"type":"pushGroup"}'), 'events[0].displayName', /nothing/],
  ['an unknown field of an event', event('{"type":"sync","force":true}'), 'events[0].force', /unknown field "force"\. Remove/],
  ['an event type in capitals', event('{"type":"PushGroup","displayName":"g"}'), 'events[0].type', /pushGroup.*"PushGroup"/],
  ['an event type of every object', event('{"type":"toString"}'), 'events[0].type', /toString/],
  ['an answer that there is not', event('{"type":"resolveConflict","userName":"a@x","use":"both"}'), 'events[0].use', /both/],
  ['a field of 10,000 letters', file(`"${'k'.repeat(10_000)}":1`), `["${'k'.repeat(60)}…"]`, /unknown field "k+…"/],
  [
    'a user of 10,000 letters, twice',
    organisation(`"users":[{"userName":"${'a'.repeat(10_000)}"},{"userName":"${'a'.repeat(10_000)}"}]`),
    'organisation.users[1].userName',
    /a…" is there already/,
  ],
  ['a format of 10,000 letters', `{"format":"${'f'.repeat(10_000)}"}`, 'format', /f…"/],
  ['a field that is half a character', file('"\\ud800":1'), '["\\ud800"]', /ud800/],
  ['a field that is a NUL', file('"\\u0000":1'), '["\\u0000"]', /u0000/],
  ['a raw NUL', file('"eve\0nts":[]'), '', /JSON/],
  ['NUL bytes alone', new Uint8Array(100), '', /JSON/],
  ['two scenarios in one file', `${file('"events":[]')}${file('"events":[]')}`, '', /JSON.*line 1, column/],
  ['a comment', `// mine\n${file('"events":[]')}`, '', /JSON/],
  ['CSV', 'email,firstname\na@x.example,A\n', '', /JSON.*another format saved under this name/],
  ['HTML', '<!doctype html>', '', /JSON/],
  ['UTF-16 without a mark', Buffer.from(file('"events":[]'), 'utf16le'), '', /JSON/],
  ['Latin-1', Buffer.from(organisation('"name":"é"'), 'latin1'), '', /UTF-8/],
  ['a compressed file', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), '', /UTF-8/],
];

const all = [...rows, ...others.map(([name, text, path, says]): Row => ({ name, text, path, says }))];

describe('dry-run on a hostile scenario', () => {
  it.each(all)('$name: exit 1, the place and a readable message', async ({ text, path, says }) => {
    const at = join(folder, 'scenario.json');
    writeFileSync(at, text);
    const run = await runCommand(registerDryRun, ['dry-run', at, '--json']);
    expect(run.exitCode).toBe(1);
    const { error } = JSON.parse(run.stdout) as { error: { code: string; message: string; path?: string } };
    expect(error.code).not.toBe('');
    if (path !== '') expect(error.path).toBe(path);
    expect(error.message).toMatch(says);
    expect(error.message.length).toBeLessThan(1_000);
  });

  it.each([
    ['a BOM', Buffer.from(`\ufeff${file('"events":[]')}`)],
    ['the same field twice: JSON keeps the last', Buffer.from(organisation('"name":"A","name":"B"'))],
    [
      'a priority beyond 2^53',
      Buffer.from(organisation('"rules":[{"type":"matchAll","target":"Team","autoApprove":true,"priority":1e300}]')),
    ],
  ])('takes %s', async (_, text) => {
    const at = join(folder, 'fine.json');
    writeFileSync(at, text);
    const run = await runCommand(registerDryRun, ['dry-run', at, '--json']);
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ format: 'scim-preflight/plan@1' });
  });

  it.each([
    ['a folder', (at: string) => mkdirSync(at), /folder/],
    ['a pipe that nobody writes to', (at: string) => execFileSync('sh', ['-c', 'mkfifo "$0"', at]), /pipe.*"-"/],
    ['a link to itself', (at: string) => symlinkSync(at, at), /ELOOP/],
    ['nothing there', () => undefined, /found none/],
  ])('%s instead of a file: exit 1, its path and what to do', async (_, make, says) => {
    const at = join(mkdtempSync(join(folder, 'place-')), 'scenario.json');
    make(at);
    const run = await runCommand(registerDryRun, ['dry-run', at, '--json']);
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { path: at, message: expect.stringMatching(says) } });
  });

  it('shows the terminal what a name is made of, not what it does', async () => {
    const at = join(folder, 'escape.json');
    writeFileSync(at, file('"\u202ered":1'));
    const run = await runCommand(registerDryRun, ['dry-run', at]);
    expect(run.stderr).toContain('\\u{202e}red');
    expect(run.stderr).not.toContain('\u202e');
  });

  it('leaves no trace of a prototype that a file wanted to change', async () => {
    const at = join(folder, 'proto.json');
    writeFileSync(at, event('{"type":"sync","__proto__":{"polluted":true}}'));
    const run = await runCommand(registerDryRun, ['dry-run', at]);
    expect(run.exitCode).toBe(1);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
