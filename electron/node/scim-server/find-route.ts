import { type Answer, routes } from './routes';

export interface Route {
  /** Method → what answers it. */
  readonly methods: Readonly<Partial<Record<string, Answer>>>;
  /** The last segment of a resource's path, decoded; empty for a collection. */
  readonly id: string;
}

const ofResources = '/:id';
const whole = new Map<string, Route['methods']>();
const collections = new Map<string, Route['methods']>();
for (const [path, methods] of Object.entries(routes))
  if (path.endsWith(ofResources)) collections.set(path.slice(0, -ofResources.length), methods);
  else whole.set(path, methods);

/** The route of a path below the base path: no path has more than a collection and an id (RFC 7644 section 3.2). `/Users/` is `/Users`. */
export function findRoute(sent: string): Route | null {
  const path = sent.length > 1 && sent.endsWith('/') ? sent.slice(0, -1) : sent;
  const methods = whole.get(path) ?? whole.get(decoded(path));
  if (methods !== undefined) return { methods, id: '' };
  const slash = path.lastIndexOf('/');
  const resources = slash < 1 || slash === path.length - 1 ? undefined : collections.get(decoded(path.slice(0, slash)));
  return resources === undefined ? null : { methods: resources, id: decoded(path.slice(slash + 1)) };
}

function decoded(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    // No id is written so: it is not found, by the text that was sent.
    return segment;
  }
}
