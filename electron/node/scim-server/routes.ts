import { httpError } from '../../../shared/scim/scim-error';
import { type Call, type Desk, type Outcome, refused } from './desk';
import { listResourceTypes, listSchemas, readResourceType, readSchema, readServiceProviderConfig } from './discovery-requests';
import { createGroup, deleteGroup, patchGroup, readGroup, replaceGroup } from './group-requests';
import { listGroups, listUsers, searchAll, searchGroups, searchUsers } from './list-requests';
import { createUser, deleteUser, patchUser, readUser, replaceUser } from './user-requests';

const unsupported =
  (what: string): Answer =>
  () =>
    refused(httpError(501, `${what} is not supported by this server (see /ServiceProviderConfig)`));

export type Answer = (desk: Desk, call: Call, id: string) => Outcome;

/** Every path of the server with its methods (RFC 7644 section 3.2, table 2; section 4). `/Bulk` (section 3.7) and `/Me` (section 3.11) are 501. */
export const routes: Readonly<Record<string, Readonly<Partial<Record<string, Answer>>>>> = {
  '/Users': { GET: listUsers, POST: createUser },
  '/Users/.search': { POST: searchUsers },
  '/Users/:id': { GET: readUser, PUT: replaceUser, PATCH: patchUser, DELETE: deleteUser },
  '/Groups': { GET: listGroups, POST: createGroup },
  '/Groups/.search': { POST: searchGroups },
  '/Groups/:id': { GET: readGroup, PUT: replaceGroup, PATCH: patchGroup, DELETE: deleteGroup },
  '/.search': { POST: searchAll },
  '/ServiceProviderConfig': { GET: readServiceProviderConfig },
  '/ResourceTypes': { GET: listResourceTypes },
  '/ResourceTypes/:id': { GET: readResourceType },
  '/Schemas': { GET: listSchemas },
  '/Schemas/:id': { GET: readSchema },
  '/Bulk': { POST: unsupported('Bulk') },
  '/Me': {
    GET: unsupported('/Me'),
    POST: unsupported('/Me'),
    PUT: unsupported('/Me'),
    PATCH: unsupported('/Me'),
    DELETE: unsupported('/Me'),
  },
};
