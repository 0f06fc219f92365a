import { resourceTypes, schemas, serviceProviderConfig } from '../../../shared/scim/discovery';
import type { JsonObject } from '../../../shared/scim/json';
import { httpError, shown } from '../../../shared/scim/scim-error';
import { listResponseUrn } from '../../../shared/scim/urns';
import { type Call, type Desk, type Outcome, outcome, refused } from './desk';

/** Discovery (RFC 7644 section 4): a filter is refused with 403, paging and sorting are not looked at. */
export const readServiceProviderConfig = (desk: Desk, call: Call): Outcome =>
  filterRefused(call) ?? outcome({ status: 200, body: JSON.stringify(serviceProviderConfig(desk.baseUrl)) });

export const listResourceTypes = (desk: Desk, call: Call): Outcome => filterRefused(call) ?? all(resourceTypes(desk.profile, desk.baseUrl));

export const readResourceType = (desk: Desk, call: Call, id: string): Outcome =>
  filterRefused(call) ?? one('ResourceType', id, resourceTypes(desk.profile, desk.baseUrl));

export const listSchemas = (desk: Desk, call: Call): Outcome => filterRefused(call) ?? all(schemas(desk.profile, desk.baseUrl));

export const readSchema = (desk: Desk, call: Call, id: string): Outcome =>
  filterRefused(call) ?? one('Schema', id, schemas(desk.profile, desk.baseUrl));

const filterRefused = (call: Call): Outcome | null =>
  call.parameters['filter'] === undefined ? null : refused(httpError(403, 'filter: expected none on a discovery endpoint'));

const all = (resources: readonly JsonObject[]): Outcome =>
  outcome({
    status: 200,
    body: JSON.stringify({
      schemas: [listResponseUrn],
      totalResults: resources.length,
      startIndex: 1,
      itemsPerPage: resources.length,
      Resources: resources,
    }),
  });

function one(kind: string, id: string, resources: readonly JsonObject[]): Outcome {
  const found = resources.find((resource) => String(resource['id']).toLowerCase() === id.toLowerCase());
  return found === undefined
    ? refused(httpError(404, `${kind} ${shown(id)} was not found`))
    : outcome({ status: 200, body: JSON.stringify(found) });
}
