import type { Because } from '../plan/plan';

/** What an admin wants to know first about a person: rights, then access, then places. */
const order: readonly RegExp[] = [
  /^role Admin$/,
  /^deactivated$/,
  /^role /,
  /^conflict .* open$/,
  /^(sub-organisation |root organisation)/,
  /^concurrency group /,
  /^(left )?team /,
  /^created$/,
];

/** The one reason that a row of the table has room for; null where nothing happened to the person. */
export function headline(reasons: readonly Because[]): Because | null {
  for (const wanted of order) {
    const found = reasons.filter((reason) => wanted.test(reason.effect)).at(-1);
    if (found !== undefined) return found;
  }
  return reasons.at(-1) ?? null;
}
