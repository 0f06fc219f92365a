import { errorUrn } from './urns';

/** `scimType` and the one status it goes with (RFC 7644 section 3.12, table 9). */
export const scimTypes = {
  invalidFilter: 400,
  tooMany: 400,
  uniqueness: 409,
  mutability: 400,
  invalidSyntax: 400,
  invalidPath: 400,
  noTarget: 400,
  invalidValue: 400,
  invalidVers: 400,
  sensitive: 403,
} as const;
export type ScimType = keyof typeof scimTypes;

/** A refused request: the status, its `scimType` where the RFC has one, and a detail that names the offending part. */
export interface ScimError {
  readonly status: number;
  readonly scimType: ScimType | null;
  readonly detail: string;
}

export const scimError = (scimType: ScimType, detail: string): ScimError => ({ status: scimTypes[scimType], scimType, detail });

/** Where the RFC names a status but no `scimType`: 401, 403, 404, 405, 412, 413, 415, 501, 503, 507. */
export const httpError = (status: number, detail: string): ScimError => ({ status, scimType: null, detail });

/** The body of an error: `status` is a string (RFC 7644 section 3.12). */
export const printError = (error: ScimError): string =>
  JSON.stringify({
    schemas: [errorUrn],
    status: String(error.status),
    ...(error.scimType === null ? {} : { scimType: error.scimType }),
    detail: error.detail,
  });

/** A value from a request as an error may repeat it: short, a text in quotes so that its edges show, all else as JSON has it. */
export const shown = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(shortened(value));
  return shortened(JSON.stringify(value) ?? String(value));
};

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
