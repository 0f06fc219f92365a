import { percentEncoded } from './copied-oddly-rules';
import { domainOf, isDomain, joinDomains, splitDomains } from './domain-list';
import { hostedBy, serviceOf } from './other-services';
import { aroundWord, dashesForHyphens, quotes } from './paste-rules';
import { isPublicMailDomain } from './public-mail-domains';
import { judged, mechanical, type Rule } from './rule';

const entriesOf = (text: string): readonly string[] => splitDomains(text);

const notBare = mechanical({
  code: 'not-bare-domain',
  severity: 'error',
  title: 'More than the domain',
  remedy: 'Keep the part behind the @, without https:// and wildcards.',
  look: (text) => {
    const entry = entriesOf(text).find((one) => domainOf(one) !== one.toLowerCase());
    return entry === undefined
      ? null
      : {
          expected: domainOf(entry) === '' ? 'a domain' : domainOf(entry),
          found: entry,
          at: { index: text.indexOf(entry), length: entry.length },
        };
  },
  repair: (text) =>
    joinDomains(
      entriesOf(text)
        .map(domainOf)
        .filter((domain) => domain !== ''),
    ),
});

const upperCase = mechanical({
  code: 'upper-case',
  severity: 'warning',
  title: 'Capital letters in a domain',
  remedy: 'Write it small: some services compare letter by letter.',
  look: (text) => (text === text.toLowerCase() ? null : { expected: text.toLowerCase(), found: text }),
  repair: (text) => text.toLowerCase(),
});

const twice = mechanical({
  code: 'twice',
  severity: 'warning',
  title: 'A domain stands there twice',
  remedy: 'Keep it once.',
  look: (text) => {
    const entries = entriesOf(text).map((entry) => entry.toLowerCase());
    const again = entries.find((entry, index) => entries.indexOf(entry) !== index);
    return again === undefined ? null : { expected: 'each domain once', found: again };
  },
  repair: (text) => joinDomains([...new Set(entriesOf(text).map((entry) => entry.toLowerCase()))]),
});

const separators = mechanical({
  code: 'separators',
  severity: 'warning',
  title: 'Not a comma list',
  remedy: 'Put a comma between domains: the vendor’s form takes a comma list.',
  look: (text) => {
    const entries = entriesOf(text);
    return text === joinDomains(entries) || text === entries.join(',')
      ? null
      : { expected: joinDomains(entries) || 'a comma list of domains', found: text };
  },
  repair: (text) => joinDomains(entriesOf(text)),
});

/** A list over lines, each with its bullet; brackets and quotation marks around single entries. */
const listSigns = mechanical({
  code: 'list-signs',
  severity: 'error',
  title: 'Signs around the domains',
  remedy: 'Take them away.',
  look: (text) => {
    const match = signs.exec(text);
    return match === null
      ? null
      : { expected: 'domains and commas', found: match[0].trim(), at: { index: match.index, length: match[0].length } };
  },
  repair: (text) => text.replace(new RegExp(signs, 'g'), ' ').trim(),
});
const signs = /(?:^|[\s,;])[-*•>#]+(?=\s)|["'“”‘’`()[\]{}<>]/;

/** An address of a console, cut down to its host, is a domain as well; nobody's people are there. */
const serviceDomain = judged({
  code: 'service-domain',
  severity: 'error',
  title: 'The domain of a service, not of your people',
  remedy: 'Write the part of your people’s e-mail addresses behind the @.',
  look: (text) => {
    const entry = entriesOf(text).find(
      (one) => hostedBy(one, ['lambdatest.com', 'testmuai.com', 'jumpcloud.com']) || (serviceOf(one) !== null && one.split('.').length > 2),
    );
    return entry === undefined ? null : { expected: 'a domain of your e-mail addresses', found: entry };
  },
});

const webHost = judged({
  code: 'web-host',
  severity: 'warning',
  title: 'The name of a web server',
  remedy: 'E-mail addresses rarely have www. in them: compare it with your own.',
  look: (text) => {
    const entry = entriesOf(text).find((one) => /^www\./.test(one));
    return entry === undefined ? null : { expected: entry.replace(/^www\./, ''), found: entry };
  },
});

const notDomain = judged({
  code: 'not-a-domain',
  severity: 'error',
  title: 'Not a domain',
  remedy: 'Write the part of your people’s addresses behind the @, for example acme.example.',
  look: (text) => {
    const entry = entriesOf(text).find((one) => !isDomain(one));
    return entry === undefined ? null : { expected: 'a domain such as acme.example', found: entry.slice(0, 80) };
  },
});

const publicMail = judged({
  code: 'public-mail',
  severity: 'error',
  title: 'A public mail service',
  remedy: 'Leave it out: everybody can have an address there, and their logins would be sent to your JumpCloud.',
  look: (text) => {
    const found = entriesOf(text).filter(isPublicMailDomain);
    return found.length === 0 ? null : { expected: 'domains that are yours', found: found.join(', ') };
  },
});

const uncovered = judged({
  code: 'people-outside',
  severity: 'warning',
  title: 'People of the roster are in other domains',
  remedy: 'Add their domains if they shall sign in through JumpCloud.',
  look: (text, { rosterDomains }) => {
    const listed = new Set(entriesOf(text).map((entry) => entry.toLowerCase()));
    const outside = rosterDomains.filter(({ domain }) => !listed.has(domain));
    const people = outside.reduce((sum, one) => sum + one.people, 0);
    const names = outside.slice(0, 3).map(({ domain }) => domain);
    return outside.length === 0
      ? null
      : {
          expected: 'every domain of the roster',
          found: `${people} ${people === 1 ? 'person' : 'people'} in ${names.join(', ')}${outside.length > 3 ? ` and ${outside.length - 3} more` : ''}`,
        };
  },
});

export const ssoDomainRules: readonly Rule[] = [
  ...aroundWord,
  quotes,
  listSigns,
  percentEncoded,
  dashesForHyphens,
  notBare,
  upperCase,
  twice,
  separators,
  notDomain,
  publicMail,
  serviceDomain,
  webHost,
  uncovered,
];
