import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  { name: 'a user without a name', text: user('"role":"Admin"'), path: 'organisation.users[1].userName', says: /string/ },
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
    says: /boolean.*"False"/,
  },
  { name: 'users as an object', text: organisation('"users":{}'), path: 'organisation.users', says: /array/ },
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
    says: /string/,
  },
  { name: 'UTF-16', text: Buffer.from(`\ufeff${file('"events":[]')}`, 'utf16le'), path: '', says: /UTF-8|JSON/ },
  { name: 'bytes that are no text', text: Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x80), path: '', says: /UTF-8/ },
  { name: '60 MB of spaces', text: Buffer.alloc(60_000_000, 0x20), path: '', says: /JSON/ },
];

describe('dry-run on a hostile scenario', () => {
  it.each(rows)('$name: exit 1, the place and a readable message', async ({ text, path, says }) => {
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

  it('leaves no trace of a prototype that a file wanted to change', async () => {
    const at = join(folder, 'proto.json');
    writeFileSync(at, event('{"type":"sync","__proto__":{"polluted":true}}'));
    const run = await runCommand(registerDryRun, ['dry-run', at]);
    expect(run.exitCode).toBe(1);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
