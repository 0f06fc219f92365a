import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asIs } from '../../shared/vendor/as-is';
import { eventSchema, organisationSchema } from '../../shared/vendor/scenario';
import { events, organisation } from './organisations/arbitrary-scenario';
import { seed } from './organisations/seed';

const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, numRuns = 500): void =>
  fc.assert(property, { numRuns, seed: seed.value });

const asText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Some place of a JSON value, by numbers that lead there. */
const way = fc.array(fc.nat(), { maxLength: 4 });
const junk: fc.Arbitrary<unknown> = fc.constantFrom(null, true, '', 'x', 'Team', 'sync', 0, -1.5, [], [''], ['x'], {}, { type: 'sync' });

/** The value with something else at one place: another value, a field more, a field less. */
function spoilt(value: unknown, [step, ...further]: readonly number[], other: unknown, how: 'replace' | 'add' | 'remove'): unknown {
  if (typeof value !== 'object' || value === null) return other;
  const keys = Object.keys(value);
  const key = keys[(step ?? 0) % Math.max(1, keys.length)];
  if (key === undefined) return other;
  const inner = (value as Record<string, unknown>)[key];
  if (step !== undefined && further.length > 0) return withField(value, key, spoilt(inner, further, other, how));
  if (how === 'replace') return withField(value, key, other);
  if (Array.isArray(value)) return how === 'add' ? [...value, other] : value.slice(1);
  return how === 'add' ? { ...value, more: other } : Object.fromEntries(Object.entries(value).filter(([each]) => each !== key));
}

const withField = (value: object, key: string, inner: unknown): unknown =>
  Array.isArray(value) ? value.map((each: unknown, at) => (String(at) === key ? inner : each)) : { ...value, [key]: inner };

describe(`a value is taken as it is where zod would answer its equal (${seed.words})`, () => {
  const list = z.array(eventSchema);
  const isInOrder = asIs(list);
  const isOrganisation = asIs(organisationSchema);

  it('events and organisations that are written out in full', () =>
    check(
      fc.property(events(8), organisation, (sequence, spec) => {
        expect(isInOrder(asText(sequence))).toBe(true);
        const parsed = organisationSchema.parse(asText(spec));
        expect(isOrganisation(parsed)).toBe(true);
      }),
    ));

  it('and nothing that zod refuses, or adds to', () => {
    let taken = 0;
    let left = 0;
    const agree = (schema: z.ZodType, value: unknown): void => {
      if (!asIs(schema)(value)) {
        left += 1;
        return;
      }
      taken += 1;
      expect(schema.safeParse(value)).toStrictEqual({ success: true, data: value });
    };
    check(
      fc.property(events(4), organisation, way, junk, fc.constantFrom('replace', 'add', 'remove'), (sequence, spec, path, other, how) => {
        agree(list, spoilt(asText(sequence), path, other, how));
        agree(organisationSchema, spoilt(asText(spec), path, other, how));
      }),
      1000,
    );
    expect(taken).toBeGreaterThan(100);
    expect(left).toBeGreaterThan(100);
  });

  it('nor what a default is to be filled in', () => {
    const rule = { type: 'prefix', pattern: 'eng-', target: 'Team', autoApprove: true, priority: 1 };
    const { priority: _, ...without } = rule;
    expect(isInOrder([{ type: 'addRule', rule }])).toBe(true);
    expect(isInOrder([{ type: 'addRule', rule: without }])).toBe(false);
  });

  it('a schema that it does not know takes nothing as it is', () => {
    expect(asIs(z.email())('a@b.example')).toBe(false);
    expect(asIs(z.string().max(3))('abc')).toBe(false);
    expect(asIs(z.object({ a: z.string() }))({ a: 'x' })).toBe(false);
    expect(asIs(z.string().transform((text) => text.trim()))('x')).toBe(false);
  });
});
