import { expect, it } from 'vitest';
import { explainPullFault } from '../../../../shared/golive/pull-fault';

const request = 'GET https://scim.example/Users';

it('says how often it was tried, in one sentence, and no more than is true', () => {
  const refused = { kind: 'refused', host: 'scim.example', port: 443 } as const;
  const said = (attempts: number) => explainPullFault({ kind: 'no-answer', request, failure: refused, attempts });
  expect(said(6).message).toMatch(/[^.] \(6 attempts\)\.$/);
  expect(said(1).message).not.toContain('attempt');
  expect(said(6).fix).not.toContain('goes on');
});

it('does not count a single attempt', () => {
  const said = (attempts: number) => explainPullFault({ kind: 'status', request, status: 401, detail: '', attempts }).message;
  expect(said(1)).toBe('Expected 200, found 401.');
  expect(said(3)).toBe('Expected 200, found 401 after 3 attempts.');
});
