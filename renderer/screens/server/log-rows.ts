import type { LogRow } from '../../../shared/ipc/server';
import type { Tone } from '../../components/tone';

export const statusTone = (status: number): Tone => (status >= 500 ? 'fail' : status >= 400 ? 'warn' : 'pass');

export const clockTime = (at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** Path and query as people read them. */
export function readablePath({ path, query }: Pick<LogRow, 'path' | 'query'>): string {
  const whole = query === '' ? path : `${path}?${query}`;
  try {
    return decodeURIComponent(whole.replaceAll('+', ' '));
  } catch {
    return whole;
  }
}
