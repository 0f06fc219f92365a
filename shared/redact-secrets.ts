const hidden = '[redacted]';

/** Bounded pieces only: each pattern scans a line once, however hostile the text. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{4,}/gi, `$1 ${hidden}`],
  [
    /((?:authorization|x-api-key|api[-_]?key|(?:access[-_]?|refresh[-_]?)?token|password|secret|cookie)["']?\s*[:=]\s*["']?)[^\s"',;}]+/gi,
    `$1${hidden}`,
  ],
  [/\beyJ[\w-]{8,}\.[\w-]+\.?[\w-]*/g, hidden],
  [/([?&](?:SAMLResponse|SAMLRequest|RelayState|Signature|token|key|code)=)[^&\s"']+/g, `$1${hidden}`],
];

/** Takes credentials out of a text that is about to be written down: headers, JSON members, web tokens, query values. */
export function redactSecrets(text: string): string {
  return patterns.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
}
