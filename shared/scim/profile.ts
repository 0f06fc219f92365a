import { type Deviation, deviationNames } from './deviations';
import type { Schema } from './schema/attribute';
import { groupSchema, vendorGroupExtension } from './schema/group-schema';
import type { ResourceShape } from './schema/resource-shape';
import { enterpriseUserExtension, userSchema, vendorCoreUserSchema, vendorUserExtension } from './schema/user-schema';

export const profileNames = ['vendor', 'rfc'] as const;
export type ProfileName = (typeof profileNames)[number];

/** How the server behaves: as the vendor does, or strictly as the RFCs say, so that a failure can be pinned on one or the other. */
export interface Profile {
  readonly name: ProfileName;
  readonly deviations: ReadonlySet<Deviation>;
  /** What requests may name: in both profiles the whole User, so that a client's attribute is ignored and not refused. */
  readonly user: ResourceShape;
  readonly group: ResourceShape;
  /** What `/Schemas` tells of the User. */
  readonly publishedUser: Schema;
  readonly publishedUserExtensions: readonly Schema[];
  /** `count` where none is given. */
  readonly pageSize: number;
}

const user: ResourceShape = {
  name: 'User',
  endpoint: '/Users',
  description: 'User account',
  core: userSchema,
  extensions: [vendorUserExtension, enterpriseUserExtension],
};

const group: ResourceShape = {
  name: 'Group',
  endpoint: '/Groups',
  description: 'Group of Users',
  core: groupSchema,
  extensions: [vendorGroupExtension],
};

/** More resources than this are never on one page. */
export const maximumPageSize = 1000;

export const profiles: Readonly<Record<ProfileName, Profile>> = {
  vendor: {
    name: 'vendor',
    deviations: new Set(deviationNames),
    user,
    group,
    publishedUser: vendorCoreUserSchema,
    publishedUserExtensions: [vendorUserExtension],
    // vendor-behaviour.md section 2
    pageSize: 20,
  },
  rfc: {
    name: 'rfc',
    deviations: new Set(),
    user,
    group,
    publishedUser: userSchema,
    publishedUserExtensions: [vendorUserExtension, enterpriseUserExtension],
    pageSize: 100,
  },
};
