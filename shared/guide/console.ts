import { type Region, regions } from '../jumpcloud/regions';

/** Where a step is worked in. */
export type Console = 'testmu-ai' | 'jumpcloud' | 'both';

export const consoleNames = {
  'testmu-ai': 'TestMu AI (formerly LambdaTest)',
  jumpcloud: 'JumpCloud',
  both: 'TestMu AI and JumpCloud',
} as const satisfies Record<Console, string>;

/** A link into a console. JumpCloud's host depends on the organisation's region. */
export type ConsoleLink =
  | { readonly kind: 'fixed'; readonly label: string; readonly url: string }
  | { readonly kind: 'jumpcloud'; readonly label: string; readonly path: string };

/** The address for the region; each is on a host of `shared/external-hosts.ts`. */
export const linkUrl = (link: ConsoleLink, region: Region): string =>
  link.kind === 'fixed' ? link.url : `${regions[region].baseUrl}${link.path}`;
