import { type SankeyGraph, type SankeyLink, type SankeyNode, sankey, sankeyLeft, sankeyLinkHorizontal } from 'd3-sankey';
import type { Picture, PictureLink, PictureNode } from '../../../shared/preview/picture';

export interface LaidNode {
  readonly node: PictureNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly people: number;
}

export interface LaidLink {
  readonly link: PictureLink;
  readonly path: string;
  readonly width: number;
}

export interface LaidPicture {
  readonly nodes: readonly LaidNode[];
  readonly links: readonly LaidLink[];
  readonly height: number;
}

type Node = SankeyNode<PictureNode, PictureLink>;
type Link = SankeyLink<PictureNode, PictureLink>;

const nodeWidth = 12;
/** Enough for a line of text at each box, however thin the box is. */
const lineHeight = 19;
const columns = ['group', 'by', 'target'] as const;

/** Where each box and each band stands. Labels of groups stand at the left, those of targets at the right, so both margins are kept free. */
export function layOutSankey(picture: Picture, width: number, margin: number): LaidPicture {
  const most = Math.max(1, ...columns.map((column) => picture.nodes.filter((node) => node.column === column).length));
  const height = Math.max(240, most * lineHeight * 1.35);
  const layout = sankey<PictureNode, PictureLink>()
    .nodeId((node) => node.id)
    .nodeWidth(nodeWidth)
    .nodePadding(Math.max(8, Math.min(lineHeight, height / most - 4)))
    .nodeAlign(sankeyLeft)
    .nodeSort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .extent([
      [margin, 6],
      [Math.max(margin + 200, width - margin), height - 6],
    ]);
  const graph: SankeyGraph<PictureNode, PictureLink> = layout({
    nodes: picture.nodes.map((node) => ({ ...node })),
    links: picture.links.map((link) => ({ ...link, source: link.from, target: link.to, value: link.people })) as unknown as Link[],
  });
  const draw = sankeyLinkHorizontal<PictureNode, PictureLink>();
  return {
    height,
    nodes: graph.nodes.map((node: Node) => ({
      node: { id: node.id, column: node.column, label: node.label, members: node.members, search: node.search },
      x: node.x0 ?? 0,
      y: node.y0 ?? 0,
      width: (node.x1 ?? 0) - (node.x0 ?? 0),
      height: Math.max(1, (node.y1 ?? 0) - (node.y0 ?? 0)),
      people: node.value ?? 0,
    })),
    links: graph.links.map((link: Link) => ({
      link: { from: link.from, to: link.to, status: link.status, people: link.people, held: link.held },
      path: draw(link) ?? '',
      width: Math.max(1, link.width ?? 1),
    })),
  };
}
