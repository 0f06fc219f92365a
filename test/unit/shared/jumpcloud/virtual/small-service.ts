import type { Answer } from '../../../../../shared/jumpcloud/virtual/read-answer';
import type { VirtualRequest } from '../../../../../shared/jumpcloud/virtual/render-request';

interface SmallUser {
  id: string;
  userName: string;
  active: boolean;
  name: { givenName: string; familyName: string };
}

interface SmallGroup {
  id: string;
  displayName: string;
  members: string[];
}

/** The vendor's answers of vendor-behaviour.md sections 2 and 3, as far as the sequences need them, without a network. */
export function smallService(options: { groupsOff?: boolean; deleteUser?: number; elsewhere?: readonly string[] } = {}) {
  const users: SmallUser[] = [];
  const groups: SmallGroup[] = [];
  const lines: string[] = [];
  let id = 100;

  const answer = (status: number, body?: unknown): Answer => ({ kind: 'answered', status, body });
  const list = (resources: readonly object[]): Answer => answer(200, { totalResults: resources.length, Resources: resources });
  const sought = (path: string): string => JSON.parse(/ eq (".*")$/.exec(decodeURIComponent(path))?.[1] ?? '""') as string;

  function onUsers({ method, path, body }: VirtualRequest): Answer {
    const user = users.find((one) => path === `/Users/${one.id}`);
    if (method === 'GET') return list(path.includes('filter') ? users.filter((one) => one.userName === sought(path)) : users);
    if (method === 'POST') {
      const sent = body as Omit<SmallUser, 'id'>;
      if (options.elsewhere?.includes(sent.userName)) return answer(400, { detail: 'belongs to another organisation' });
      const made = { id: String(id++), userName: sent.userName, active: sent.active, name: sent.name };
      users.push(made);
      return answer(201, made);
    }
    if (user === undefined) return answer(404);
    if (method === 'DELETE') {
      if (options.deleteUser !== undefined) return answer(options.deleteUser, { detail: 'no DELETE here' });
      user.active = false;
      return answer(204);
    }
    const { Operations } = body as { Operations: { op: string; path: string; value: unknown }[] };
    for (const operation of Operations) if (operation.path === 'active') user.active = operation.value === true;
    return answer(200, user);
  }

  function onGroups({ method, path, body }: VirtualRequest): Answer {
    if (method === 'GET')
      return list((path.includes('filter') ? groups.filter((one) => one.displayName === sought(path)) : groups).map(printed));
    if (options.groupsOff === true) return answer(403, { detail: 'group provisioning is off' });
    if (method === 'POST') {
      const sent = body as { displayName: string; members: { value: string }[] };
      const made = { id: String(id++), displayName: sent.displayName, members: sent.members.map((member) => member.value) };
      groups.push(made);
      return answer(201, printed(made));
    }
    const index = groups.findIndex((one) => path === `/Groups/${one.id}`);
    const group = groups[index];
    if (group === undefined) return answer(404);
    if (method === 'DELETE') {
      groups.splice(index, 1);
      return answer(204);
    }
    for (const { op, path: attribute, value } of (body as { Operations: { op: string; path: string; value: unknown }[] }).Operations) {
      if (attribute === 'displayName') group.displayName = value as string;
      else {
        const ids = (value as { value: string }[]).map((member) => member.value);
        group.members = op === 'add' ? [...new Set([...group.members, ...ids])] : group.members.filter((member) => !ids.includes(member));
      }
    }
    return answer(200, printed(group));
  }

  const printed = (group: SmallGroup): object => ({ ...group, members: group.members.map((value) => ({ value })) });

  return {
    users,
    groups,
    /** "POST /Users" in order, filters readable. */
    lines,
    answer: (request: VirtualRequest): Answer => {
      lines.push(`${request.method} ${decodeURIComponent(request.path)}`);
      return request.path.startsWith('/Users') ? onUsers(request) : onGroups(request);
    },
  };
}
