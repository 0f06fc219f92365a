import { entityTypeWords } from '../plan/explain-rule';
import type { Flow, FlowStatus } from './flows';

/** One box of the picture: a group, a rule or what stands in its place, or a target. Several small ones may share a box. */
export interface PictureNode {
  readonly id: string;
  readonly column: 'group' | 'by' | 'target';
  readonly label: string;
  /** How many groups or targets are in the box. */
  readonly members: number;
  /** What to search the flows for to see what belongs to the box; empty where nothing does. */
  readonly search: string;
}

export interface PictureLink {
  readonly from: string;
  readonly to: string;
  readonly status: FlowStatus;
  readonly people: number;
  readonly held: number;
}

export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly links: readonly PictureLink[];
  /** Flows that the picture shows, alone or in a shared box. */
  readonly flows: number;
  readonly groups: number;
  readonly targets: number;
}

const otherTargets: Readonly<Record<FlowStatus, string>> = {
  Approved: 'other targets',
  'Auto-Approved': 'other targets',
  Pending: 'other targets that wait for approval',
  Rejected: 'other rejected targets',
  unmapped: 'no target',
};

/**
 * Groups → rules → targets, drawn from flows (widest first). At most `most` groups and as many targets have a box of their own;
 * what is left shares boxes by rule and status, so that 5,000 groups stay a picture. Every person of a flow is counted once a link.
 */
export function drawPicture(flows: readonly Flow[], most: number): Picture {
  const groupNames = new Set<string>();
  const targetNames = new Set<string>();
  for (const flow of flows) {
    groupNames.add(flow.group);
    if (flow.target !== null) targetNames.add(targetId(flow));
  }
  const ownGroups = new Set([...groupNames].slice(0, groupNames.size <= most + 1 ? most + 1 : most));
  const ownTargets = widestTargets(flows, most);
  const nodes = new Map<string, { node: PictureNode; readonly inside: Set<string> }>();
  const links = new Map<string, PictureLink>();
  const own = (id: string, column: PictureNode['column'], label: string, search: string): string => {
    if (!nodes.has(id)) nodes.set(id, { node: { id, column, label, members: 1, search }, inside: new Set() });
    return id;
  };
  /** A box that several share; with one in it only, it has that one's name. */
  const shared = (
    id: string,
    column: PictureNode['column'],
    words: string,
    member: { readonly id: string; readonly label: string; readonly search: string },
    by: string,
  ) => {
    const inside = nodes.get(id)?.inside ?? new Set<string>();
    inside.add(member.id);
    const several = inside.size > 1;
    const label = several ? `${inside.size.toLocaleString('en-GB')} ${words}` : member.label;
    nodes.set(id, { node: { id, column, label, members: inside.size, search: several ? by : member.search }, inside });
    return id;
  };
  const connect = (from: string, to: string, flow: Flow): void => {
    const key = `${from}\n${to}\n${flow.status}`;
    const known = links.get(key);
    links.set(key, { from, to, status: flow.status, people: (known?.people ?? 0) + flow.people, held: (known?.held ?? 0) + flow.held });
  };
  const intoTarget = (flow: Flow): string => {
    if (flow.target === null) return own('target none', 'target', 'nothing: not mapped', '');
    const id = targetId(flow);
    const label = `${entityTypeWords[flow.target.type]} ${flow.target.name}`;
    if (ownTargets.has(id)) return own(`target ${id}`, 'target', label, flow.target.name);
    return shared(
      `targets ${flow.by} ${flow.status}`,
      'target',
      otherTargets[flow.status],
      { id, label, search: flow.target.name },
      flow.by,
    );
  };
  for (const flow of flows) {
    const by = own(`by ${flow.by}`, 'by', flow.by, flow.by);
    const group = ownGroups.has(flow.group)
      ? own(`group ${flow.group}`, 'group', flow.group, flow.group)
      : shared(
          `groups ${flow.by} ${flow.status}`,
          'group',
          'smaller groups',
          { id: flow.group, label: flow.group, search: flow.group },
          flow.by,
        );
    const target = intoTarget(flow);
    connect(group, by, flow);
    connect(by, target, flow);
  }
  return {
    nodes: [...nodes.values()].map(({ node }) => node),
    links: [...links.values()],
    flows: flows.length,
    groups: groupNames.size,
    targets: targetNames.size,
  };
}

const targetId = ({ target }: Flow): string => (target === null ? '' : `${target.type} ${target.name}`);

/** Targets by the people who go there; a share of one box too many is not worth a box of its own. */
function widestTargets(flows: readonly Flow[], most: number): ReadonlySet<string> {
  const widths = new Map<string, number>();
  for (const flow of flows) if (flow.target !== null) widths.set(targetId(flow), (widths.get(targetId(flow)) ?? 0) + flow.people);
  const sorted = [...widths].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  return new Set(sorted.slice(0, sorted.length <= most + 1 ? most + 1 : most));
}
