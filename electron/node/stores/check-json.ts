import type { z } from 'zod';
import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';
import { parseJson } from '../../../shared/vendor/scenario';
import { jsonPath } from '../../../shared/vendor/shown-value';

export type Reading<T> =
  | { readonly kind: 'good'; readonly value: T }
  /** Well-formed, but its `format` is not one that this version reads: never touched. */
  | { readonly kind: 'other-version'; readonly problem: AppError }
  | { readonly kind: 'corrupt'; readonly problem: AppError };

/** Text of a file of ours → its value. The schema's `format` tells a version that we do not know from damage. */
export function readKept<S extends z.ZodType>(
  text: string,
  schema: S,
  migrate: (json: unknown) => unknown = (json) => json,
): Reading<z.output<S>> {
  const json = parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (!json.ok) return { kind: 'corrupt', problem: json.error };
  const parsed = checkShape(migrate(json.value), schema);
  if (parsed.ok) return { kind: 'good', value: parsed.value };
  if (parsed.error.path === 'format' && isFormatOfOurs(json.value)) {
    return {
      kind: 'other-version',
      problem: {
        code: 'other-version',
        message: `This file has the format ${JSON.stringify(json.value.format)}, which this version of the app does not read. It was left as it is.`,
        path: 'format',
        fix: 'Open it with the version of SCIM Preflight that wrote it, or a newer one.',
      },
    };
  }
  return { kind: 'corrupt', problem: parsed.error };
}

export function checkShape<S extends z.ZodType>(json: unknown, schema: S): Result<z.output<S>, AppError> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const path = jsonPath(issue?.path ?? []);
  return err({
    code: 'wrong-shape',
    message: `The file does not have the shape that was expected${path === '' ? '' : ` at ${path}`}: ${issue?.message ?? 'unknown'}.`,
    ...(path === '' ? {} : { path }),
  });
}

const isFormatOfOurs = (json: unknown): json is { readonly format: string } =>
  typeof json === 'object' &&
  json !== null &&
  'format' in json &&
  typeof json.format === 'string' &&
  /^scim-preflight\/[a-z-]+@\d+$/.test(json.format);
