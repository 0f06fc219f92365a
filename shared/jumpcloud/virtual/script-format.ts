import { z } from 'zod';
import type { AppError } from '../../app-error';
import { err, ok, type Result } from '../../result';
import { type FactId, factIds } from '../facts';
import { changeKinds } from './directory';
import { askKinds, conditions, findings, methods, partRanges, problemCodes, type Script, type Step, valueNames } from './script';

export const scriptFormat = 'scim-preflight/jumpcloud-script@1';

const word = z.string().min(1).max(100);
const status = z.union([z.array(z.number().int().min(100).max(599)).min(1).max(30), z.enum(['2xx', '4xx', '5xx', 'any', 'none'])]);
const branch = z.strictObject({
  status,
  finding: z.enum(findings).optional(),
  go: z.union([z.enum(['next', 'skip', 'stop']), z.strictObject({ to: word })]),
  problem: z.enum(problemCodes).optional(),
  learn: z.enum(['user', 'group', 'forget-user', 'forget-group']).optional(),
});
const step = z.strictObject({
  id: word,
  title: z.string().min(1).max(200),
  facts: z.array(z.enum(factIds as readonly [FactId, ...FactId[]])).max(20),
  only: z.array(z.enum(conditions)).max(10).optional(),
  send: z.strictObject({
    method: z.enum(methods),
    path: z.string().min(1).max(2000).startsWith('/'),
    query: z.record(word, z.string().max(2000)).optional(),
    body: z.json().optional(),
  }),
  answers: z.array(branch).min(1).max(30),
  each: z.enum(['missing-members', 'extra-members']).optional(),
});
const part = z.strictObject({
  title: z.string().min(1).max(200),
  over: z.enum(partRanges),
  always: z.boolean().optional(),
  steps: z.array(step).min(1).max(50),
});

/** An edited script as a file or a text box holds it. */
export const scriptSchema = z.strictObject({
  format: z.literal(scriptFormat),
  id: word,
  name: word,
  about: z.string().max(1000),
  asks: z.array(z.enum(askKinds)).max(10),
  change: z.enum(changeKinds).optional(),
  setUp: z.enum(['group-provisioning-off']).optional(),
  parts: z.array(part).min(1).max(20),
});

export const printScript = (script: Script): string => `${JSON.stringify({ format: scriptFormat, ...script }, null, 2)}\n`;

/** Reads an edited script; the error names the place. */
export function readScript(text: string): Result<Script, AppError> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return err({ code: 'bad-json', message: `Expected a script as JSON; ${found}.`, fix: 'Repair it there, or take the built-in script.' });
  }
  const parsed = scriptSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return err({
      code: 'bad-script',
      message: issue?.message ?? 'This is not a script.',
      path: z.core.toDotPath(issue?.path ?? []),
      fix: 'Repair it there, or take the built-in script.',
    });
  }
  const { format: _, ...script } = parsed.data;
  return checkScript(script);
}

/** What a schema cannot see: jumps must lead forward within the part, so that every script ends; names in braces must exist. */
function checkScript(script: Script): Result<Script, AppError> {
  for (const [p, { steps }] of script.parts.entries()) {
    const ids = steps.map((one) => one.id);
    for (const [s, one] of steps.entries()) {
      const path = `parts[${p}].steps[${s}]`;
      if (ids.indexOf(one.id) !== s) return wrong(path, `The id "${one.id}" is used twice in this part.`, 'Give each step its own id.');
      for (const [b, { go }] of one.answers.entries()) {
        if (typeof go === 'object' && ids.indexOf(go.to) <= s)
          return wrong(`${path}.answers[${b}].go.to`, `"${go.to}" is not a later step of this part.`, 'Name a step further down.');
      }
      const unknown = unknownValue(one);
      if (unknown !== null) return wrong(`${path}.send`, `There is no value {${unknown}}.`, `Known are ${valueNames.join(', ')}.`);
    }
  }
  return ok(script);
}

function unknownValue(step: Step): string | null {
  const text = JSON.stringify([step.send.path, step.send.query ?? {}, step.send.body ?? null]);
  for (const [, name] of text.matchAll(/\{(\w+)\}/g)) if (!valueNames.some((known) => known === name)) return name ?? '';
  return null;
}

const wrong = (path: string, message: string, fix: string): Result<Script, AppError> => err({ code: 'bad-script', message, path, fix });
