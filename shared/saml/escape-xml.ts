const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** A value for XML text or a quoted attribute; white space is kept through attribute normalisation (XML 1.0 section 3.3.3). */
export function escapeXml(value: string): string {
  return value.replace(/[&<>"'\n\r\t]/g, (character) => ESCAPES[character] ?? character);
}
