/** What a SCIM message is about; null where it is not told. */
export type ResourceKind = 'User' | 'Group' | null;

/** SCIM attributes that say who somebody is (RFC 7643 sections 4.1 and 4.3), in lower case; nothing but a name is in them. */
const naming: ReadonlySet<string> = new Set([
  'givenname',
  'familyname',
  'middlename',
  'formatted',
  'nickname',
  'externalid',
  'profileurl',
  'title',
  'phonenumbers',
  'addresses',
  'photos',
  'ims',
  'employeenumber',
  'manager',
  'password',
  'x509certificates',
]);

/** Whether the attribute names a person. A group's `displayName` is kept, because rules match on it; a person's is a name. */
export function isNaming(path: string, kind: ResourceKind): boolean {
  const name = lastName(path);
  return naming.has(name) || (name === 'displayname' && kind !== 'Group');
}

/** `name.givenName` and `urn:…:User:name.givenName` → `givenname`. */
export const lastName = (path: string): string => path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf(':')) + 1).toLowerCase();
