/**
 * An ISO 8601 instant in UTC as a document says it to readers in any time zone: "2026-11-24 11:13 UTC".
 * What is not such an instant is given back as it is.
 */
export const instantUtc = (iso: string): string => iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/, '$1 $2 UTC');
