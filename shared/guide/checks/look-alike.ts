import { hostOf } from '../../preflight/base-url';
import { hostedBy } from './other-services';
import { judged } from './rule';

const known = ['lambdatest.com', 'testmuai.com', 'testmu.ai', 'jumpcloud.com'] as const;

/** Changes, insertions, deletions and swaps of neighbours that lead from the one to the other (Damerau and Levenshtein). */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

const mostChanges = 2;

/** The host that was meant: one of ours is inside the name, or a slip or two away. */
function meantBy(host: string): string | null {
  if (host === '' || hostedBy(host, known)) return null;
  const ending = host.split('.').slice(-2).join('.');
  return (
    known.find((one) => host.includes(one.split('.')[0] ?? one) && one.length > 9) ??
    known.find((one) => one.length > 9 && distance(ending, one) <= mostChanges) ??
    null
  );
}

/** The hosts whose addresses the guide takes from one console to the other. */
const wholeHosts = ['auth.lambdatest.com', 'accounts.lambdatest.com', 'sso.jumpcloud.com', 'console.jumpcloud.com'] as const;

/** `https://auth.lambd`: selected by hand, and not to its end. */
export const hostCutOff = judged({
  code: 'host-cut-off',
  decisive: true,
  severity: 'error',
  title: 'Its end is missing',
  remedy: 'Copy the whole value again, with the console’s own copy button where there is one.',
  look: (text) => {
    const host = hostOf(text);
    const whole = wholeHosts.find((one) => host !== '' && host !== one && one.startsWith(host));
    return whole === undefined ? null : { expected: `${whole}, and what follows it`, found: host };
  },
});

/** `auth.lamdbatest.com`, `jumpcloud.co`, `auth.lambdatest.com.evil.example`: a typing slip, or somebody who hopes for one. */
export const lookAlike = judged({
  code: 'look-alike',
  severity: 'error',
  title: 'A host that only looks like the right one',
  remedy: 'Copy it again from the console that you have signed in to. Whoever owns this host would get what is sent there.',
  look: (text) => {
    const host = hostOf(text);
    const meant = meantBy(host);
    return meant === null ? null : { expected: `a host under ${meant}`, found: host };
  },
});

const trial = /^(?:[\w-]*-)?(?:stage|staging|dev|qa|uat|beta|sandbox|mobile|hub)(?:-[\w-]*)?\./;

/** The vendor's own test systems and its machines for running tests: nobody signs in there. */
export const trialHost = judged({
  code: 'trial-host',
  severity: 'warning',
  title: 'A host for trials or for running tests',
  remedy: 'Compare it with what TestMu AI shows: the documented host is auth.lambdatest.com.',
  source: 'vendor §1',
  look: (text) => {
    const host = hostOf(text);
    return hostedBy(host, known) && trial.test(host) ? { expected: 'auth.lambdatest.com', found: host } : null;
  },
});
