import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../shared/guide/checks/check-context';
import { checkValue } from '../../shared/guide/checks/check-value';
import { findHiddenCharacters, replaceHiddenCharacters } from '../../shared/guide/checks/hidden-characters';
import { compareTexts } from '../../shared/guide/compare-values';
import { plainValueIds, type ValueId, valueIds } from '../../shared/guide/value-id';
import { parseWords, plainWords } from '../../shared/guide/words';

const base = 'https://auth.lambdatest.com/api/scim';

/** What pastes are made of: good values, and everything that clings to them. */
const pieces = fc.constantFrom(
  base,
  'http://',
  'https://',
  'https:/',
  '/',
  '//',
  '/Users',
  '?x=1',
  '#',
  'Bearer ',
  'Token: ',
  'SP Entity ID: ',
  'SSO domains: ',
  'mailto:',
  'urn:auth0:x',
  'ann@acme.example',
  'acme.example',
  'gmail.com',
  'Email',
  'emailAddress',
  '"',
  '“',
  '”',
  "'",
  '`',
  '<',
  '>',
  '[',
  '](',
  ')',
  '(',
  ',',
  ';',
  '.',
  '…',
  '*.',
  '@',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u2013',
  '\\/',
  '&amp;',
  'ttps://',
  ':',
  '=',
  '<?xml',
  '••••',
  'eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.x',
  '\ud800',
  'Ä',
  'abc123def456ghi789jkl012mno',
);
const pasted = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ maxLength: 80 }),
  fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
);
const anyId = fc.constantFrom(...valueIds);
const email = fc.constantFrom('ann@acme.example', 'ann+scim-test-1@acme.example', 'bob@other.example');
const contexts: fc.Arbitrary<CheckContext> = fc.record({
  values: fc.dictionary(fc.constantFrom(...plainValueIds), pasted),
  nowMs: fc.constant(Date.parse('2026-11-24T08:00:00Z')),
  burntEmails: fc.array(
    email.map((text) => ({ email: text, at: '2026-11-01T00:00:00.000Z', baseUrl: base })),
    { maxLength: 3 },
  ),
  testEmailOwner: fc.option(email.map((text) => ({ email: text, where: 'roster' as const }))),
  rosterDomains: fc.array(fc.record({ domain: fc.constantFrom('acme.example', 'other.example'), people: fc.nat() }), { maxLength: 2 }),
});

const mend = (id: ValueId, text: string, context: CheckContext): string => {
  for (const { fix } of checkValue(id, text, context).findings) if (fix?.kind === 'replace') return fix.text;
  return text;
};
const mechanical = (id: ValueId, text: string, context: CheckContext) =>
  checkValue(id, text, context)
    .findings.filter(({ fix }) => fix?.kind === 'replace')
    .map(({ code }) => code);

const runs = { numRuns: 2000 };

describe('whatever is pasted', () => {
  it('the checks never throw, and their findings are worst first and complete', () => {
    fc.assert(
      fc.property(anyId, pasted, contexts, (id, text, context) => {
        const { state, findings } = checkValue(id, text, context);
        const order = findings.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity));
        expect(order).toEqual([...order].sort());
        const worst = { error: 'wrong', warning: 'warned', note: 'ok' }[findings[0]?.severity ?? 'note'];
        expect(state).toBe(text === '' ? 'empty' : worst);
        for (const { title, expected, found, remedy, at } of findings) {
          expect([title, expected, found, remedy]).not.toContain('');
          if (at !== null) expect(at.index >= 0 && at.length > 0 && at.index + at.length <= text.length).toBe(true);
        }
      }),
      runs,
    );
  });

  it('one click leaves nothing that a click could mend', () => {
    fc.assert(
      fc.property(anyId, pasted, contexts, (id, text, context) => {
        expect(mechanical(id, mend(id, text, context), context)).toEqual([]);
      }),
      runs,
    );
  });

  it('mending again changes nothing', () => {
    fc.assert(
      fc.property(anyId, pasted, contexts, (id, text, context) => {
        const once = mend(id, text, context);
        expect(mend(id, once, context)).toBe(once);
      }),
      runs,
    );
  });

  it('no error of a mended value can be mended: what is left needs a person', () => {
    fc.assert(
      fc.property(anyId, pasted, contexts, (id, text, context) => {
        const all = mechanical(id, text, context);
        const fixes = checkValue(id, text, context).findings.flatMap(({ fix }) => (fix?.kind === 'replace' ? [fix.text] : []));
        expect(fixes.length).toBe(all.length);
        expect(new Set(fixes).size).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  it('a proposal for a test e-mail is never one that was used or that somebody has', () => {
    fc.assert(
      fc.property(fc.oneof(pasted, email), contexts, (text, context) => {
        for (const { fix } of checkValue('test-email', text, context).findings) {
          if (fix?.kind !== 'suggest') continue;
          const codes = checkValue('test-email', fix.text, context).findings.map(({ code }) => code);
          expect(codes).not.toContain('burnt');
          expect(codes).not.toContain('known-person');
        }
      }),
      runs,
    );
  });

  it('a token of usual characters is found again inside all that clings to it', () => {
    const tokens = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{28,60}[A-Za-z0-9]$/);
    const before = fc.constantFrom('', ' ', 'Bearer ', '"', '“', '\u200b', '\n', 'Authorization: Bearer ', 'Bearer Token: ');
    const behind = fc.constantFrom('', ' ', '"', '”', '\u00a0', '\r\n', ',');
    fc.assert(
      fc.property(tokens, before, behind, contexts, (token, start, end, context) => {
        fc.pre(!/^bearer|token|key/i.test(token));
        expect(mend('bearer-token', `${start}${token}${end}`, context)).toBe(token);
      }),
      runs,
    );
  });

  it('a clean address with any one repairable slip becomes that address', () => {
    const slips: readonly ((url: string) => string)[] = [
      (url) => `${url}/`,
      (url) => `${url}/Users`,
      (url) => `${url}/Groups?count=1`,
      (url) => url.replace('https', 'http'),
      (url) => url.replace('https://', ''),
      (url) => url.replace('https://', 'https:/'),
      (url) => ` ${url}\n`,
      (url) => `“${url}”`,
      (url) => `[x](${url})`,
      (url) => `Base URL: ${url}`,
      (url) => `${url}.`,
      (url) => url.replaceAll('/', '\\/'),
      (url) => `${url.slice(0, 14)}\u200b${url.slice(14)}`,
    ];
    const hosts = fc.constantFrom('auth.lambdatest.com', 'eu.testmuai.com', 'scim.example.com:8443');
    const paths = fc.constantFrom('/api/scim', '/scim/v2', '/x/y/scim');
    fc.assert(
      fc.property(hosts, paths, fc.constantFrom(...slips), contexts, (host, path, slip, context) => {
        const url = `https://${host}${path}`;
        expect(mend('scim-base-url', slip(url), context)).toBe(url);
      }),
      runs,
    );
  });
});

describe('hidden characters', () => {
  it('are all gone after the repair, and nothing that can be seen is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(findHiddenCharacters(replaceHiddenCharacters(text))).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const seen = text.replace(/\p{Cc}/gu, (control) => (/[\t\n\r]/.test(control) ? control : ''));
        expect(replaceHiddenCharacters(text)).toBe(seen);
      }),
    );
  });
});

describe('comparing', () => {
  it('says the same only of the same letters, and names where they part', () => {
    fc.assert(
      fc.property(pasted, pasted, (one, other) => {
        const comparison = compareTexts(one, other);
        expect(comparison.kind === 'same').toBe(one === other);
        if (comparison.kind === 'different') expect(one.slice(0, comparison.index)).toBe(other.slice(0, comparison.index));
      }),
    );
  });

  it.each([
    ['https://x.example', 'https://x.example/', 'trailing-slash'],
    ['Acme', 'acme', 'case'],
    ['acme', ' acme ', 'white-space'],
    ['acme', 'ac\u200bme', 'hidden-characters'],
    ['https://x.example', 'http://x.example', 'scheme'],
    ['acme', 'globex', 'other'],
  ])('%j and %j: %s', (one, other, difference) => {
    expect(compareTexts(one, other)).toMatchObject({ kind: 'different', difference });
  });
});

describe('marked text', () => {
  it('loses nothing but marks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' b ', '**', '`', '*'), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(parseWords(text).every((piece) => piece.text !== '')).toBe(true);
        expect(plainWords(text).replace(/[*`]/g, '')).toBe(text.replace(/[*`]/g, ''));
      }),
    );
  });
});
