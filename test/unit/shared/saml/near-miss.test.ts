import { expect, it } from 'vitest';
import { describeFound } from '../../../../shared/saml/near-miss';

it.each([
  ['https://sp', 'https://sp', 'https://sp'],
  ['https://sp', 'https://sp ', 'https://sp  (differs only in white space)'],
  ['https://sp', 'https://SP', 'https://SP (differs only in upper and lower case)'],
  ['https://sp', 'https://sp/', 'https://sp/ (differs only in a slash at the end)'],
  ['https://sp', 'http://sp', 'http://sp (differs only in http and https)'],
  ['https://sp', 'https://other', 'https://other'],
])('where %j is expected, %j is told as %j', (expected, found, told) => {
  expect(describeFound(expected, found)).toBe(told);
});
