import type { NetFailure } from './net-failure';

export type Payload =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'html'; readonly title: string }
  | { readonly kind: 'text' };

/** A request and what came of it, as the probes judge it. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly outcome:
    | {
        readonly kind: 'answered';
        readonly status: number;
        readonly contentType: string;
        readonly headers: Readonly<Record<string, string>>;
        readonly payload: Payload;
      }
    | { readonly kind: 'failed'; readonly failure: NetFailure };
}

export const requestLine = (exchange: Exchange): string => `${exchange.method} ${exchange.url}`;
export const statusOf = (exchange: Exchange): number | null => (exchange.outcome.kind === 'answered' ? exchange.outcome.status : null);

export function jsonOf(exchange: Exchange): unknown {
  return exchange.outcome.kind === 'answered' && exchange.outcome.payload.kind === 'json' ? exchange.outcome.payload.value : undefined;
}

/** JSON by what it is, not by what the header says: wrong headers are judged on their own. */
export function readPayload(body: string): Payload {
  const text = body.startsWith('\uFEFF') ? body.slice(1) : body;
  if (text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    if (!/^\s*(<!doctype html|<html|<head|<body|<!--)/i.test(text)) return { kind: 'text' };
    return { kind: 'html', title: (/<title[^>]*>([^<]{0,80})/i.exec(text)?.[1] ?? '').trim() };
  }
}
