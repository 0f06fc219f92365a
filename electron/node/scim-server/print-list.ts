import type { JsonObject } from '../../../shared/scim/json';
import type { ListQuery } from '../../../shared/scim/list/list-query';
import { compileProjection, leavesOutMembers } from '../../../shared/scim/list/project';
import { listResponseUrn } from '../../../shared/scim/urns';
import { type AnswerBody, AnswerWriter, type Ascii, type Pieces } from './answer-body';
import type { Shelf } from './shelves';

export interface Found {
  readonly shelf: Shelf;
  readonly id: number;
}

export interface ListFrame {
  readonly total: number;
  readonly startIndex: number;
  readonly itemsPerPage: number;
}

/** The ListResponse (RFC 7644 section 3.4.2), put together from texts that are rendered already. */
export function printList(
  { total, startIndex, itemsPerPage }: ListFrame,
  query: ListQuery,
  resources: Pieces | readonly Found[],
): AnswerBody {
  const writer = new AnswerWriter().add({
    ascii: `{"schemas":["${listResponseUrn}"],"totalResults":${total},"startIndex":${startIndex},"itemsPerPage":${itemsPerPage},"Resources":[`,
  });
  if ('pieces' in resources) writer.add(resources);
  else printEach(writer, query, resources);
  return writer.add({ ascii: ']}' }).done();
}

function printEach(writer: AnswerWriter, query: ListQuery, found: readonly Found[]): void {
  const printOne = query.attributes === null && query.excludedAttributes === null ? asItIs : printer(query);
  let between = false;
  for (const one of found) {
    if (between) writer.add(comma);
    writer.add(printOne(one));
    between = true;
  }
}

const comma: Ascii = { ascii: ',' };

type Printer = (found: Found) => AnswerBody;

const asItIs: Printer = ({ shelf, id }) => shelf.text(id);

/** With the projection of each type read once. */
function printer(query: ListQuery): Printer {
  const projections = new Map<Shelf, { readonly project: (resource: JsonObject) => JsonObject; readonly whole: boolean }>();
  const of = (shelf: Shelf) => {
    let known = projections.get(shelf);
    if (known === undefined) {
      const project = compileProjection(shelf.shape, query) ?? ((resource) => resource);
      known = { project, whole: !leavesOutMembers(shelf.shape, query) };
      projections.set(shelf, known);
    }
    return known;
  };
  return ({ shelf, id }) => {
    const { project, whole } = of(shelf);
    return JSON.stringify(project(shelf.resource(id, whole)));
  };
}
