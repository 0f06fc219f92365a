import { entityTag } from '../../../shared/scim/etag';
import type { Person } from '../../../shared/vendor/model';
import { must } from '../../../shared/vendor/organisation';
import { type Desk, deviates } from './desk';

/**
 * The entity tag of a User. Where `groups` is part of the User, the groups and their names are in the tag too: joining, leaving and a
 * renamed group change the representation, and with it the version (RFC 7644 section 3.14). Read off the groups and not counted: it
 * costs nothing when a group of ten thousand is renamed, and the same groups give the same tag.
 */
export function userTag(desk: Desk, person: Person): string {
  const version = desk.mirror.userRows.version(person.id);
  if (deviates(desk, 'few-attributes')) return entityTag(version);
  const { groups, memberships } = desk.mirror.organisation;
  const ids = memberships.groupIds(person.id);
  if (ids.length === 0) return entityTag(version);
  return entityTag(version, fingerprint(ids.map((id) => `${id} ${must(groups.get(id)).displayName}`).join('\n')));
}

/** FNV-1a over UTF-16 units, 32 bits: it tells two states of one User apart, nothing more. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
