import type { Tone } from './tone';
import styles from './tone.module.css';

/** The class that sets `--tone-ink` and `--tone-wash` for everything inside. */
export const toneClass: Readonly<Record<Tone, string>> = {
  neutral: styles['neutral'] ?? '',
  info: styles['info'] ?? '',
  pass: styles['pass'] ?? '',
  warn: styles['warn'] ?? '',
  fail: styles['fail'] ?? '',
};
