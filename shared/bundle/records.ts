import type { Bundle } from './bundle-format';

/** The parts of the file, in its order. */
export const bundleParts = ['organisation', 'users', 'groups', 'events', 'plan', 'people', 'exchanges'] as const;
export type BundlePart = (typeof bundleParts)[number];

interface Record {
  /** JSON path in the file. */
  readonly path: string;
  readonly value: unknown;
}

/** The records of one part, so that a person can read a bundle as it is written; all parts together are the whole of it. */
export function recordsOf({ format, madeBy, redacted, scenario, plan, exchanges }: Bundle, part: BundlePart): readonly Record[] {
  const { users, groups, ...organisation } = scenario.organisation;
  const { people, ...restOfPlan } = plan;
  switch (part) {
    case 'organisation':
      return [
        { path: 'format', value: { format, madeBy, redacted } },
        { path: 'scenario', value: { format: scenario.format, assumptions: scenario.assumptions } },
        ...fields('scenario.organisation', organisation),
      ];
    case 'users':
      return listed('scenario.organisation.users', users ?? []);
    case 'groups':
      return listed('scenario.organisation.groups', groups ?? []);
    case 'events':
      return listed('scenario.events', scenario.events);
    case 'plan':
      return fields('plan', restOfPlan);
    case 'people':
      return listed('plan.people', people);
    case 'exchanges':
      return listed('exchanges', exchanges);
  }
}

/** Each field; of a list each entry. */
const fields = (path: string, record: object): readonly Record[] =>
  Object.entries(record).flatMap(([name, value]: [string, unknown]) =>
    Array.isArray(value) && value.length > 0
      ? listed(`${path}.${name}`, value)
      : value === undefined
        ? []
        : [{ path: `${path}.${name}`, value }],
  );

const listed = (path: string, list: readonly unknown[]): readonly Record[] => list.map((value, at) => ({ path: `${path}[${at}]`, value }));
