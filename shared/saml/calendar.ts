/** Something that ends on a day: a certificate, a bearer token, metadata. */
export interface Expiry {
  /** Stable over exports, so that a calendar replaces an entry and does not double it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Milliseconds since 1970 UTC. */
  readonly atMs: number;
}

/** The days before at which JumpCloud mails about a certificate (jumpcloud-behaviour, SAML); the same for everything else. */
export const REMINDER_DAYS = [60, 30, 7, 1] as const;

/** RFC 5545: one event for each expiry with four alarms. Lines are folded at 75 octets and end in CRLF. */
export function writeCalendar(expiries: readonly Expiry[], nowMs: number): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//SCIM Preflight//Expiries//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'];
  for (const expiry of [...expiries].sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1))) {
    lines.push(
      'BEGIN:VEVENT',
      `UID:${escapeText(expiry.id)}@scim-preflight`,
      `DTSTAMP:${stamp(nowMs)}`,
      `DTSTART:${stamp(expiry.atMs)}`,
      `SUMMARY:${escapeText(expiry.title)}`,
      `DESCRIPTION:${escapeText(expiry.description)}`,
      'TRANSP:TRANSPARENT',
    );
    for (const days of REMINDER_DAYS) {
      lines.push(
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `TRIGGER:-P${days}D`,
        `DESCRIPTION:${escapeText(`${expiry.title} in ${days} ${days === 1 ? 'day' : 'days'}`)}`,
        'END:VALARM',
      );
    }
    lines.push('END:VEVENT');
  }
  lines.push('END:VCALENDAR');
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** `20261124T023000Z`: RFC 5545 section 3.3.5, form 2. */
function stamp(ms: number): string {
  return new Date(ms)
    .toISOString()
    .replace(/\.\d{3}Z$/, 'Z')
    .replace(/[-:]/g, '');
}

/** RFC 5545 section 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');
}

/** RFC 5545 section 3.1: at most 75 octets a line, never inside a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
