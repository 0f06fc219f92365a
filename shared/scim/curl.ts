import type { Exchange } from './exchange';

/** The request as a command for a POSIX shell. The token stands for itself as a variable, so that nothing secret is pasted anywhere. */
export function curlText(exchange: Exchange, baseUrl: string): string {
  const query = exchange.query === '' ? '' : `?${exchange.query}`;
  const parts = [`curl -X ${exchange.method} ${inQuotes(`${baseUrl}${exchange.path}${query}`)}`, '-H "Authorization: Bearer $SCIM_TOKEN"'];
  if (exchange.request !== null) {
    parts.push(`-H ${inQuotes(`Content-Type: ${exchange.request.mediaType}`)}`, `--data-binary ${inQuotes(exchange.request.text)}`);
  }
  return parts.join(' \\\n  ');
}

/** Single quotes keep everything as it is; a single quote itself is closed around (POSIX shell, section 2.2.2). */
const inQuotes = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
