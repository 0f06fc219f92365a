import type { Dialect } from './dialect';
import type { Values } from './item';
import type { Method, RequestTemplate } from './script';

/** One request as it goes out, but for the token and the host. */
export interface VirtualRequest {
  readonly method: Method;
  /** Below the base URL, with the query. */
  readonly path: string;
  readonly contentType: string | null;
  readonly body: unknown;
}

export function renderRequest(template: RequestTemplate, values: Values, dialect: Dialect): VirtualRequest {
  const path = template.path.replace(placeholder, (_, name: string) => encodeURIComponent(plain(namedValue(values, name))));
  const query = Object.entries(template.query ?? {}).map(([key, text]) => {
    const filled = text.replace(placeholder, (_, name: string) => JSON.stringify(namedValue(values, name)));
    return `${encodeURIComponent(key)}=${encodeURIComponent(filled)}`;
  });
  const body = template.body === undefined ? undefined : inDialect(fill(template.body, values), dialect);
  return {
    method: template.method,
    path: query.length === 0 ? path : `${path}?${query.join('&')}`,
    contentType: body === undefined ? null : dialect.contentType,
    body,
  };
}

const placeholder = /\{(\w+)\}/g;
const wholePlaceholder = /^\{(\w+)\}$/;

const namedValue = (values: Values, name: string): Values[keyof Values] => values[name as keyof Values] ?? '';
const plain = (value: Values[keyof Values]): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function fill(node: unknown, values: Values): unknown {
  if (typeof node === 'string') {
    const whole = wholePlaceholder.exec(node)?.[1];
    if (whole !== undefined) return namedValue(values, whole);
    return node.replace(placeholder, (_, name: string) => plain(namedValue(values, name)));
  }
  if (Array.isArray(node)) return node.map((entry) => fill(entry, values));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value, values)]));
}

/** J9, J10: how operations and booleans are written. */
function inDialect(node: unknown, dialect: Dialect): unknown {
  if (typeof node === 'boolean' && dialect.booleans === 'text') return node ? 'True' : 'False';
  if (Array.isArray(node)) return node.map((entry) => inDialect(entry, dialect));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === 'op' && typeof value === 'string' ? inCase(value, dialect) : inDialect(value, dialect),
    ]),
  );
}

const inCase = (op: string, { operations }: Dialect): string =>
  operations === 'lower' ? op.toLowerCase() : op.charAt(0).toUpperCase() + op.slice(1).toLowerCase();
