import type { OutgoingHttpHeader, ServerResponse } from 'node:http';
import { type AnswerBody, byteLengthOf, textOf } from './answer-body';

export const contentType = 'application/scim+json; charset=utf-8';
export const noStore = { 'Cache-Control': 'no-store' } as const;

/** An answer onto its socket, head and body in one call to the system. Node lays out a flat list of headers in half the time of an object. */
export function writeAnswer(
  outgoing: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: AnswerBody | null,
): void {
  const head: OutgoingHttpHeader[] = ['Cache-Control', noStore['Cache-Control']];
  for (const name of Object.keys(headers)) head.push(name, headers[name] as string);
  if (body === null) {
    outgoing.writeHead(status, head);
    outgoing.end();
    return;
  }
  const bytes = byteLengthOf(body);
  head.push('Content-Type', contentType, 'Content-Length', String(bytes));
  outgoing.writeHead(status, head);
  if (typeof body === 'object' && 'pieces' in body) {
    outgoing.cork();
    for (const piece of body.pieces) outgoing.write(piece);
    outgoing.end();
    outgoing.uncork();
    return;
  }
  const text = textOf(body);
  // Of ASCII alone the bytes are the same, and Node writes Latin-1 without encoding it first.
  outgoing.end(text, bytes === text.length ? 'latin1' : 'utf8');
}
