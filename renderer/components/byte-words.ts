const units = ['bytes', 'kB', 'MB', 'GB'] as const;

/** "1.4 MB", as file managers write it, never broken between number and unit. */
export function byteWords(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** step).toLocaleString('en-GB', { maximumFractionDigits: 1 })}\u00a0${units[step]}`;
}
