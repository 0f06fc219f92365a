/** Entity tags are weak: they say that the resource is the same, not its bytes (RFC 7644 section 3.14). */
export const entityTag = (version: number, more = ''): string => (more === '' ? `W/"${version}"` : `W/"${version}-${more}"`);

/** `If-Match`, `If-None-Match`: a list of tags or `*`; compared weakly, since all of ours are weak (RFC 9110 section 13.1). */
export function namesTag(header: string, tag: string): boolean {
  const opaque = (text: string): string => text.trim().replace(/^W\//, '');
  return header.split(',').some((entry) => entry.trim() === '*' || opaque(entry) === opaque(tag));
}
