/** One observation about metadata, as `metadata --json` prints it (`formats.md` section 4). */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}
