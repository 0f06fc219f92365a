import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentSecurityPolicy, contentTypes, styleNoncePlaceholder } from './page-policy';

const fileName = /^[\w.-]+$/;

/** `/assets/x.js` → `assets/x.js`; null for an address that could lead out of the folder (encoded or not) or has no known type. */
export function pagePath(pathname: string): string | null {
  const parts = (pathname === '/' ? '/index.html' : pathname).split('/').slice(1);
  if (parts.some((part) => !fileName.test(part) || part.startsWith('.'))) return null;
  const path = parts.join('/');
  return Object.hasOwn(contentTypes, extname(path)) ? path : null;
}

/** Answers one request of the window for a file of the built page. A page gets a fresh style nonce with each load. */
export async function answerPageRequest(folder: string, request: Pick<Request, 'method' | 'url'>): Promise<Response> {
  const path = pagePath(new URL(request.url).pathname);
  if (request.method !== 'GET' || path === null) return refuse(path === null ? 404 : 405);
  let content: Buffer;
  try {
    content = await readFile(join(folder, path));
  } catch {
    return refuse(404);
  }
  const extension = extname(path);
  const nonce = randomBytes(16).toString('base64');
  const body = extension === '.html' ? content.toString('utf8').replaceAll(styleNoncePlaceholder, nonce) : new Uint8Array(content);
  return new Response(body, {
    headers: {
      'Content-Type': contentTypes[extension] ?? '',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    },
  });
}

const refuse = (status: number): Response => new Response(null, { status, headers: { 'Content-Security-Policy': "default-src 'none'" } });
