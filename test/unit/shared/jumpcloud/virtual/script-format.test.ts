import { expect, test } from 'vitest';
import { defaultDialect } from '../../../../../shared/jumpcloud/virtual/dialect';
import { printScript, readScript } from '../../../../../shared/jumpcloud/virtual/script-format';
import { builtInScripts } from '../../../../../shared/jumpcloud/virtual/scripts';

const scripts = [...builtInScripts(defaultDialect), ...builtInScripts({ ...defaultDialect, updates: 'PUT' })];

test.each(scripts.map((script) => [script.id, script] as const))('%s is read back as it was printed', (_, script) => {
  expect(readScript(printScript(script))).toEqual({ ok: true, value: JSON.parse(JSON.stringify(script)) });
});

const edited = (edit: (script: Record<string, unknown>) => void): string => {
  const script = JSON.parse(printScript(scripts[0]!)) as Record<string, unknown>;
  edit(script);
  return JSON.stringify(script);
};
const firstStep = (script: Record<string, unknown>) => (script['parts'] as { steps: Record<string, unknown>[] }[])[0]!.steps[0]!;

test.each([
  ['a field that nobody knows', edited((script) => Object.assign(firstStep(script), { sned: 1 })), 'parts[0].steps[0]'],
  ['another version', edited((script) => Object.assign(script, { format: 'scim-preflight/jumpcloud-script@2' })), 'format'],
  [
    'a jump back, which might never end',
    edited((script) => Object.assign(firstStep(script), { answers: [{ status: 'any', go: { to: 'look-up-test-user' } }] })),
    'parts[0].steps[0].answers[0].go.to',
  ],
  [
    'a value in braces that is not there',
    edited((script) => Object.assign(firstStep(script), { send: { method: 'GET', path: '/Users/{whom}' } })),
    'parts[0].steps[0].send',
  ],
])('%s is refused with its place', (_, text, path) => {
  expect(readScript(text)).toMatchObject({ ok: false, error: { code: 'bad-script', path } });
});

test('what is no JSON is refused', () => {
  expect(readScript('{')).toMatchObject({ ok: false, error: { code: 'bad-json' } });
});
