import type { Roster } from '../roster';

/** A plus-address in the roster's most frequent domain that was not used yet (I1: each test uses one up). */
export function suggestTestEmail(roster: Roster, used: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const { email } of roster.people) {
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const domain = [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 'example.com';
  const taken = new Set([...used, ...roster.people.map(({ email }) => email)].map((email) => email.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const email = `scim-test+${number}@${domain}`;
    if (!taken.has(email)) return email;
  }
}
