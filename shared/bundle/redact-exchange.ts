import type { BundleExchange } from './bundle-format';
import type { Pseudonyms } from './pseudonyms';
import { redactBody } from './redact-body';
import { kindOfPath, redactPath } from './redact-filter';

/** One request of the log and its answer without people's names. */
export function redactExchange(exchange: BundleExchange, pseudonyms: Pseudonyms): BundleExchange {
  const kind = kindOfPath(exchange.path);
  const body = (text: string | null): string | null => (text === null ? null : redactBody(text, kind, pseudonyms));
  // In this order people are numbered as they come.
  const path = redactPath(exchange.path, pseudonyms);
  return { ...exchange, path, request: body(exchange.request), response: body(exchange.response) };
}
