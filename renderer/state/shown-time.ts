/** An instant as people write it, in their own time zone: "24 Nov 2026, 08:10". */
export const shownTime = (iso: string): string => new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
