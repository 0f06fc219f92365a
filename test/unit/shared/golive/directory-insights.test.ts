import { describe, expect, it } from 'vitest';
import { compareInsights, parseInsights } from '../../../../shared/golive/directory-insights';

const event = (type: string, more: object = {}): object => ({
  event_type: type,
  timestamp: '2026-11-24T02:00:00Z',
  success: true,
  initiated_by: { type: 'admin', email: 'admin@acme.example' },
  ...more,
});
const events = [
  event('user_create_provision', { resource: { type: 'user', email: 'ann@x.example' } }),
  event('user_create_provision', { success: false, error_message: 'HTTP 400', resource: { email: 'bob@x.example' } }),
  event('group_create_provision', { target: { name: 'eng' } }),
  event('user_deprovision', { user: { username: 'CID@x.example' } }),
  event('admin_login_attempt'),
];

describe('a Directory Insights export (J14)', () => {
  it.each([
    ['an array', JSON.stringify(events)],
    ['one event a line', `${events.map((entry) => JSON.stringify(entry)).join('\r\n')}\n`],
    ['an object that holds them', `\uFEFF${JSON.stringify({ results: events })}`],
  ])('is read as %s', (_name, text) => {
    const result = parseInsights(text);
    expect(result.ok && result.value.events).toHaveLength(4);
    expect(result.ok && result.value.others).toBe(1);
  });

  it('is compared with what the plan pushes', () => {
    const reading = parseInsights(JSON.stringify(events));
    if (!reading.ok) throw new Error(reading.error.code);
    const findings = compareInsights(reading.value, { users: ['ann@x.example', 'bob@x.example', 'cid@x.example'], groups: ['eng', 'ops'] });
    expect(findings.failed.map((failed) => [failed.mentions, failed.message])).toEqual([[['bob@x.example'], 'HTTP 400']]);
    expect(findings.usersWithoutEvent).toEqual(['bob@x.example']);
    expect(findings.groupsWithoutEvent).toEqual(['ops']);
    expect(findings.removedAgainstPlan.map((removed) => removed.mentions)).toEqual([['CID@x.example']]);
    expect(findings.counts.user_create_provision).toBe(2);
  });

  it('does not take the admin who acted for a person it is about', () => {
    const reading = parseInsights(JSON.stringify(events));
    expect(JSON.stringify(reading)).not.toContain('admin@acme.example');
  });

  it.each([
    ['no JSON', 'hello\n', 'line 1'],
    ['an entry that is none', '[1]', '[0]'],
    ['a broken line', `${JSON.stringify(events[0])}\n{"event_type":`, 'line 2'],
  ])('with %s is refused and says where', (_name, text, path) => {
    expect(parseInsights(text)).toMatchObject({ ok: false, error: { path } });
  });
});
