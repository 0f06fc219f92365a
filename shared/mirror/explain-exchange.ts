import type { ExchangeSummary } from '../scim/exchange';

type About = Pick<ExchangeSummary, 'method' | 'path' | 'query' | 'status' | 'scimType' | 'people' | 'group' | 'eventCount' | 'effectCount'>;

/** What an exchange meant, in one line of the log: what was asked for, of whom, and what came of it. */
export function explainExchange(exchange: About): string {
  const asked = askedFor(exchange);
  if (exchange.status >= 400) return `${notDone(asked)}: ${refusalWords(exchange)}`;
  if (exchange.status === 304) return `${asked}: not changed since`;
  if (exchange.method === 'GET' || exchange.method === 'HEAD' || exchange.path.endsWith('/.search')) return asked;
  if (exchange.effectCount > 0) return asked;
  return exchange.eventCount > 0 ? `${asked}: taken, nobody’s access changed` : `${asked}: nothing changed`;
}

/** What was refused was asked for, not done: "Create group eng: refused". */
const notDone = (asked: string): string =>
  asked.replace(/^(Created|Updated|Changed|Replaced|Deleted|Listed|Looked|Asked|Searched|Sent)/, (verb) => infinitives[verb] ?? verb);

const infinitives: Readonly<Record<string, string>> = {
  Created: 'Create',
  Updated: 'Update',
  Changed: 'Change',
  Replaced: 'Replace',
  Deleted: 'Delete',
  Listed: 'List',
  Looked: 'Look',
  Asked: 'Ask',
  Searched: 'Search',
  Sent: 'Send',
};

function askedFor({ method, path, query, status, people, group }: About): string {
  const [, collection = '', id] = path.split('/');
  switch (collection) {
    case 'Users':
      return userWords(method, id, people, status, soughtName(query, 'userName'));
    case 'Groups':
      return groupWords(method, id, group, people, soughtName(query, 'displayName'));
    case 'ServiceProviderConfig':
    case 'ResourceTypes':
    case 'Schemas':
      return `Asked what the service can do (${collection})`;
    case '.search':
      return 'Searched users and groups';
    case 'Bulk':
      return 'Sent several operations at once';
    default:
      return `${method} of an unknown path`;
  }
}

function userWords(method: string, id: string | undefined, people: readonly string[], status: number, sought: string | null): string {
  const who = people.length === 1 ? (people[0] ?? '') : id === undefined ? 'a user' : `user ${id}`;
  if (id === undefined || id === '.search') {
    if (method === 'POST' && id === undefined) return status === 200 ? `Updated ${who}, who was there` : `Created ${who}`;
    return sought === null ? 'Listed users' : `Looked up ${sought}`;
  }
  if (method === 'GET') return `Read ${who}`;
  if (method === 'PUT') return `Replaced ${who}`;
  if (method === 'PATCH') return `Changed ${who}`;
  return method === 'DELETE' ? `Deleted ${who}` : `${method} of ${who}`;
}

function groupWords(
  method: string,
  id: string | undefined,
  group: string | null,
  people: readonly string[],
  sought: string | null,
): string {
  const which = group === null ? (id === undefined ? 'a group' : `group ${id}`) : `group ${group}`;
  if (id === undefined || id === '.search') {
    if (method === 'POST' && id === undefined) return `Created ${which}${withPeople(people)}`;
    return sought === null ? 'Listed groups' : `Looked up group ${sought}`;
  }
  if (method === 'GET') return `Read ${which}`;
  if (method === 'PUT') return `Replaced ${which}${withPeople(people)}`;
  if (method === 'PATCH') return `Changed ${which}${withPeople(people)}`;
  return method === 'DELETE' ? `Deleted ${which}` : `${method} of ${which}`;
}

const withPeople = (people: readonly string[]): string => {
  if (people.length === 0) return '';
  return people.length === 1 ? `, ${people[0] ?? ''}` : `, ${people.length.toLocaleString('en-GB')} people`;
};

/** The name in a filter such as `userName eq "ann@acme.example"`; null where the query is another one. */
function soughtName(query: string, attribute: string): string | null {
  const raw = /(?:^|&)filter=([^&]*)/.exec(query)?.[1];
  if (raw === undefined) return null;
  const match = /^\s*(\S+)\s+eq\s+(".*")\s*$/i.exec(decoded(raw));
  if (match === null || match[1]?.toLowerCase() !== attribute.toLowerCase()) return null;
  try {
    return String(JSON.parse(match[2] ?? ''));
  } catch {
    return null;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** What the statuses of vendor-behaviour.md section 7 and RFC 7644 section 3.12 mean here. */
function refusalWords({ status, scimType }: About): string {
  switch (status) {
    case 400:
      return scimType === null ? 'refused, the request is not as expected' : (badRequestWords[scimType] ?? `refused, ${scimType}`);
    case 401:
      return 'refused, the bearer token is wrong or missing';
    case 403:
      return 'refused, group provisioning is off';
    case 404:
      return 'not found';
    case 405:
      return 'this method is not served here';
    case 409:
      return scimType === 'uniqueness' ? 'refused, the name is taken' : 'refused, it conflicts with what is there';
    case 412:
      return 'refused, it has changed meanwhile';
    case 413:
      return 'refused, the body is too large';
    case 415:
      return 'refused, the body is not JSON';
    case 421:
      return 'refused, another host was addressed';
    case 501:
      return 'not supported';
    case 503:
    case 507:
      return 'refused, it could not be stored';
    default:
      return status >= 500 ? 'a fault of the server' : `refused with ${status}`;
  }
}

const badRequestWords: Readonly<Record<string, string>> = {
  invalidFilter: 'refused, the filter cannot be read',
  invalidPath: 'refused, the path of an operation cannot be read',
  invalidSyntax: 'refused, the body is not as a request must be',
  invalidValue: 'refused, a value is missing or not allowed',
  invalidVers: 'refused, another version of SCIM',
  mutability: 'refused, the attribute cannot be changed',
  noTarget: 'refused, the path matches nothing',
  sensitive: 'refused, a sensitive value in the address',
  tooMany: 'refused, too many results',
  uniqueness: 'refused, the value is taken',
};
