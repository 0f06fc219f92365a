import type { AppError } from '../app-error';
import { err, ok, type Result } from '../result';

/** J14: the event types that JumpCloud writes about provisioning. */
export const provisionEventTypes = {
  user_create_provision: 'created a user',
  user_update_provision: 'updated a user',
  user_deprovision: 'deactivated a user',
  user_delete_provision: 'deleted a user',
  user_lookup_provision: 'looked a user up',
  group_create_provision: 'created a group',
  group_update_provision: 'updated a group',
  group_delete_provision: 'deleted a group',
} as const;
export type ProvisionEventType = keyof typeof provisionEventTypes;

export interface ProvisionEvent {
  readonly type: ProvisionEventType;
  /** ISO 8601 as exported. */
  readonly at: string;
  readonly success: boolean;
  /** E-mails and group names that the entry mentions; which key holds them is not documented, so all are looked at. */
  readonly mentions: readonly string[];
  readonly message: string;
}

export interface InsightsReading {
  readonly events: readonly ProvisionEvent[];
  /** Entries of other types (sign-ins and so on). */
  readonly others: number;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isType = (value: unknown): value is ProvisionEventType => typeof value === 'string' && Object.hasOwn(provisionEventTypes, value);

/** A Directory Insights export: a JSON array, one JSON object a line, or an object that holds the array. */
export function parseInsights(source: string): Result<InsightsReading, AppError> {
  const entries = readEntries(source.startsWith('\uFEFF') ? source.slice(1) : source);
  if (!entries.ok) return entries;
  const events: ProvisionEvent[] = [];
  let others = 0;
  for (const entry of entries.value) {
    const type = entry['event_type'];
    if (!isType(type)) {
      others += 1;
      continue;
    }
    const mentions: string[] = [];
    collectMentions(entry, '', mentions, 0);
    events.push({
      type,
      at: textOf(entry['timestamp']),
      success: succeeded(entry),
      mentions: [...new Set(mentions)],
      message: (textOf(entry['error_message']) || textOf(entry['message']) || textOf(entry['reason'])).slice(0, 300),
    });
  }
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return ok({ events, others });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function readEntries(text: string): Result<readonly Readonly<Record<string, unknown>>[], AppError> {
  const fix = 'Export the events again from Insights > Directory as JSON.';
  const whole = tryJson(text);
  const found = whole !== undefined ? arrayIn(whole) : null;
  if (found !== null) {
    const bad = found.findIndex((entry) => !isRecord(entry));
    if (bad >= 0) return err({ code: 'insights-entry', message: 'Expected an event object.', path: `[${bad}]`, fix });
    return ok(found.filter(isRecord));
  }
  const entries: Readonly<Record<string, unknown>>[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const value = tryJson(line);
    if (!isRecord(value))
      return err({
        code: 'insights-json',
        message: 'Expected a JSON array of events, or one event a line.',
        path: `line ${index + 1}`,
        fix,
      });
    entries.push(value);
  }
  return entries.length === 0 ? err({ code: 'insights-empty', message: 'Expected events, found an empty file.', fix }) : ok(entries);
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function arrayIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return null;
  if (value['event_type'] !== undefined) return [value];
  const held = ['results', 'events', 'data', 'items'].map((key) => value[key]).find((inner) => Array.isArray(inner));
  return Array.isArray(held) ? held : null;
}

function succeeded(entry: Readonly<Record<string, unknown>>): boolean {
  const success = entry['success'];
  if (typeof success === 'boolean') return success;
  if (typeof success === 'string') return success.toLowerCase() !== 'false';
  return textOf(entry['error_message']) === '';
}

/** The admin who set things up is not whom an event is about. */
const notAbout: ReadonlySet<string> = new Set(['initiated_by', 'auth_context', 'client_ip', 'geoip', 'useragent', 'organization']);
const naming: ReadonlySet<string> = new Set([
  'email',
  'username',
  'user_name',
  'username_email',
  'name',
  'displayname',
  'display_name',
  'group_name',
]);

function collectMentions(value: unknown, key: string, found: string[], depth: number): void {
  if (depth > 6 || notAbout.has(key)) return;
  if (typeof value === 'string') {
    if (naming.has(key.toLowerCase()) && value !== '') found.push(value);
  } else if (Array.isArray(value)) for (const inner of value) collectMentions(inner, key, found, depth + 1);
  else if (isRecord(value)) for (const [name, inner] of Object.entries(value)) collectMentions(inner, name, found, depth + 1);
}

/** What the plan expects JumpCloud to have pushed. */
export interface ExpectedPushes {
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

export interface InsightsFindings {
  readonly failed: readonly ProvisionEvent[];
  /** Expected, and no successful create or update mentions them. */
  readonly usersWithoutEvent: readonly string[];
  readonly groupsWithoutEvent: readonly string[];
  /** Deactivated or deleted although the plan keeps them. */
  readonly removedAgainstPlan: readonly ProvisionEvent[];
  readonly counts: Readonly<Record<ProvisionEventType, number>>;
}

export function compareInsights({ events }: InsightsReading, expected: ExpectedPushes): InsightsFindings {
  const counts = Object.fromEntries(Object.keys(provisionEventTypes).map((type) => [type, 0])) as Record<ProvisionEventType, number>;
  const mentioned = { user: new Set<string>(), group: new Set<string>() };
  for (const event of events) {
    counts[event.type] += 1;
    if (!event.success || event.type.endsWith('lookup_provision')) continue;
    for (const name of event.mentions) mentioned[event.type.startsWith('user') ? 'user' : 'group'].add(name.toLowerCase());
  }
  const kept = new Set(expected.users.map((user) => user.toLowerCase()));
  const keptGroups = new Set(expected.groups.map((group) => group.toLowerCase()));
  const removes = (event: ProvisionEvent): boolean =>
    event.type === 'user_deprovision' || event.type === 'user_delete_provision' || event.type === 'group_delete_provision';
  return {
    failed: events.filter((event) => !event.success),
    usersWithoutEvent: expected.users.filter((user) => !mentioned.user.has(user.toLowerCase())),
    groupsWithoutEvent: expected.groups.filter((group) => !mentioned.group.has(group.toLowerCase())),
    removedAgainstPlan: events.filter(
      (event) =>
        event.success &&
        removes(event) &&
        event.mentions.some((name) => (event.type.startsWith('user') ? kept : keptGroups).has(name.toLowerCase())),
    ),
    counts,
  };
}
