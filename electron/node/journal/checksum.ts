import { createHash } from 'node:crypto';

/** The sum of a snapshot's text, kept beside it. */
export const checksum = (body: string): string => createHash('sha256').update(body).digest('hex');
