/** Where the vendor does not do what RFC 7643 and 7644 say, or narrows what they leave open: one entry each, with its source. */

interface Entry {
  /** What a service provider by the RFC does. */
  readonly rfc: string;
  /** What this vendor does instead. */
  readonly vendor: string;
  readonly source: string;
}

export const deviations = {
  'user-name-immutable': {
    rfc: 'PUT and PATCH may change userName (RFC 7643 section 4.1.1: readWrite)',
    vendor: 'a new userName is ignored',
    source: 'vendor-behaviour.md section 2, I6',
  },
  'name-ignored': {
    rfc: 'PUT and PATCH may change name (RFC 7643 section 4.1.1: readWrite)',
    vendor: 'a new name is ignored; it changes in Account Settings only',
    source: 'vendor-behaviour.md section 2',
  },
  'few-attributes': {
    rfc: 'every attribute of the User schema is kept (RFC 7643 section 4.1)',
    vendor: 'only userName, name, active, externalId and the extension are kept; others are accepted and ignored',
    source: 'vendor-behaviour.md section 2',
  },
  'delete-deactivates': {
    rfc: 'DELETE removes the User, which is 404 from then on (RFC 7644 section 3.6)',
    vendor: 'DELETE sets active to false; the record stays',
    source: 'vendor-behaviour.md section 2, I1',
  },
  'post-updates-existing': {
    rfc: 'POST of a userName that is taken: 409 uniqueness (RFC 7644 section 3.3)',
    vendor: 'POST of an e-mail that is in the organisation updates role and active',
    source: 'vendor-behaviour.md section 2',
  },
  'user-name-is-email': {
    rfc: 'userName is any string that is not empty (RFC 7643 section 4.1.1)',
    vendor: 'userName must be an e-mail: else 400 invalidValue',
    source: 'vendor-behaviour.md section 2, I9',
  },
  'name-and-active-required': {
    rfc: 'only userName is required (RFC 7643 section 4.1.1)',
    vendor: 'active, name.givenName and name.familyName are required on create: else 400 invalidValue',
    source: 'vendor-behaviour.md section 2',
  },
  'put-may-leave-out': {
    rfc: 'PUT needs the required attributes, and what it leaves out is cleared (RFC 7644 section 3.5.1)',
    vendor: 'PUT may leave out userName and name; what it leaves out stays',
    source: "vendor-behaviour.md section 2; the PUT example of the vendor's docs/scim.md",
  },
  'other-organisation': {
    rfc: 'a service provider knows its own users only',
    vendor: 'an e-mail that is in another organisation is refused with 400',
    source: 'vendor-behaviour.md section 2',
  },
  'group-provisioning-switch': {
    rfc: 'groups can always be provisioned (RFC 7644 section 3.3)',
    vendor: 'while group provisioning is off, group writes are refused with 403 (reads by assumption A9)',
    source: 'vendor-behaviour.md section 3, I2',
  },
  'deleted-group-restored': {
    rfc: 'a deleted Group is gone; one created later is another (RFC 7644 section 3.6)',
    vendor: 'POST of the displayName of a deleted group restores that group, without its members',
    source: 'vendor-behaviour.md section 3',
  },
  'items-per-page-is-page-size': {
    rfc: 'itemsPerPage is how many resources this page has (RFC 7644 section 3.4.2.4)',
    vendor: 'itemsPerPage is the page size, 20 unless count says otherwise',
    source: "vendor-behaviour.md section 2; the list example of the vendor's docs/scim.md",
  },
  'schemas-optional': {
    rfc: 'bodies must name their schema or message URN in schemas (RFC 7643 section 3, RFC 7644 section 3.5.2)',
    vendor: 'a body without schemas is taken',
    source: 'lenient reading; clients in the field leave it out',
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type Deviation = keyof typeof deviations;
export const deviationNames = Object.keys(deviations) as readonly Deviation[];
