import type { z } from 'zod';

/** Whether a value is valid, and zod would answer its equal. */
export type AsIs = (value: unknown) => boolean;

const never: AsIs = () => false;

/**
 * Zod answers a copy of all that it reads; of a file of 50 MB that is most of the work and twice the memory. This asks the same schema
 * whether a value can be taken as it is: valid, with no field unknown and no default to fill in. False proves nothing: zod then reads the
 * value, and tells what is wrong with it. What a schema may hold and this does not know is never taken as it is.
 */
export function asIs(schema: z.core.$ZodType): AsIs {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return isString(def);
    case 'number':
      return hasNoChecks(def) ? Number.isFinite : never;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'enum': {
      const entries = new Set<unknown>(Object.values(def.entries));
      return (value) => entries.has(value);
    }
    case 'literal': {
      const values = new Set<unknown>(def.values);
      return (value) => values.has(value);
    }
    case 'optional': {
      const inner = asIs(def.innerType);
      return (value) => value === undefined || inner(value);
    }
    case 'nullable': {
      const inner = asIs(def.innerType);
      return (value) => value === null || inner(value);
    }
    case 'default':
      return asIs(def.innerType);
    case 'array': {
      const element = asIs(def.element);
      return hasNoChecks(def) ? (value) => Array.isArray(value) && value.every((each) => element(each)) : never;
    }
    case 'object':
      return isObject(def);
    case 'union':
      return 'discriminator' in def ? isOneOf(def as z.core.$ZodDiscriminatedUnionDef) : never;
    default:
      return never;
  }
}

const hasNoChecks = ({ checks = [] }: z.core.$ZodTypeDef): boolean => checks.length === 0;

/** Of any length, or not empty. */
function isString({ checks = [], ...more }: z.core.$ZodStringDef): AsIs {
  if ('format' in more) return never;
  let least = 0;
  for (const check of checks) {
    const { def } = check._zod;
    if (def.check !== 'min_length') return never;
    least = Math.max(least, (def as z.core.$ZodCheckMinLengthDef).minimum);
  }
  return (value) => typeof value === 'string' && value.length >= least;
}

/** With the fields of the schema and no others. */
function isObject(def: z.core.$ZodObjectDef): AsIs {
  const { shape, catchall } = def;
  if (!hasNoChecks(def) || catchall?._zod.def.type !== 'never') return never;
  const fields = new Map(Object.entries(shape).map(([key, schema]) => [key, asIs(schema)]));
  // A default that is missing is to be filled in, so that its field is needed as well.
  const needed = Object.keys(shape).filter((key) => shape[key]?._zod.def.type !== 'optional');
  return (value) => {
    if (!isRecord(value)) return false;
    for (const key of Object.keys(value)) if (fields.get(key)?.(value[key]) !== true) return false;
    return needed.every((key) => Object.hasOwn(value, key));
  };
}

function isOneOf({ discriminator, options }: z.core.$ZodDiscriminatedUnionDef): AsIs {
  const branches = new Map<unknown, AsIs>();
  for (const option of options) {
    const { def } = (option as z.core.$ZodObject)._zod;
    const tag = def.type === 'object' ? (def.shape[discriminator] as z.core.$ZodLiteral | undefined)?._zod.def : undefined;
    if (tag?.type === 'literal') for (const tagged of tag.values) branches.set(tagged, asIs(option));
  }
  return (value) => isRecord(value) && branches.get(value[discriminator])?.(value) === true;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
