import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { curlText } from '../../../../shared/scim/curl';
import { sampleExchange } from '../../../fixtures/scim/sample-exchange';

const base = 'http://127.0.0.1:8080/scim/v2';

/** What a shell hands to curl: the arguments, one a line, as the shell itself splits them. */
const argumentsOf = (command: string): readonly string[] =>
  execFileSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; }; SCIM_TOKEN=the-token; ${command}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

test('a shell gives curl exactly the request', () => {
  const text = `{"displayName":"it's \\"quoted\\" $HOME \`id\`"}`;
  const exchange = sampleExchange({
    method: 'POST',
    path: '/Groups',
    query: 'filter=a%20b',
    request: { mediaType: 'application/scim+json', text, bytes: text.length, truncated: false },
  });
  expect(argumentsOf(curlText(exchange, base))).toEqual([
    '-X',
    'POST',
    `${base}/Groups?filter=a%20b`,
    '-H',
    'Authorization: Bearer the-token',
    '-H',
    'Content-Type: application/scim+json',
    '--data-binary',
    text,
  ]);
});

test('the token is a variable, never its value', () => {
  expect(curlText(sampleExchange(), base)).toContain('Bearer $SCIM_TOKEN');
});
