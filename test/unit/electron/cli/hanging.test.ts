import { expect, it } from 'vitest';
import { hanging } from '../../../../electron/cli/hanging';

it('sets an entry under its lead in 80 columns', () => {
  const text = hanging('ok    ', 'word '.repeat(40).trim());
  expect(text.split('\n').every((line) => line.length <= 80)).toBe(true);
  expect(text.split('\n').map((line) => line.slice(0, 10))).toEqual(['ok    word', '      word', '      word']);
  expect(text.replace(/\s+/g, ' ')).toBe(`ok ${'word '.repeat(40).trim()}`);
});

it('leaves an address whole', () => {
  const address = `https://sso.example/${'a'.repeat(100)}`;
  expect(hanging('Sign-in  ', `HTTP-POST  ${address}`)).toContain(address);
});

it('keeps the spaces of a value', () => {
  expect(hanging('NameID:  ', ' ann  lee ')).toBe('NameID:   ann  lee ');
});

it('shows what would move the cursor', () => {
  expect(hanging('', 'It says: \u001b[2Jgone\u009b2K\u202eevil')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
