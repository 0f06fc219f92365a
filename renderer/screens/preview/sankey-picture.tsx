import { useElementSize } from '@mantine/hooks';
import { IconChartSankey } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import type { FlowStatus } from '../../../shared/preview/flows';
import type { Picture, PictureNode } from '../../../shared/preview/picture';
import { EmptyState } from '../../components/empty-state';
import { type LaidLink, type LaidNode, layOutSankey } from './lay-out-sankey';
import styles from './sankey.module.css';
import { useGrowing } from './use-growing';

interface SankeyPictureProps {
  readonly picture: Picture;
  readonly onGroup: (displayName: string) => void;
  /** A rule or a target was chosen: show what belongs to it. */
  readonly onSearch: (text: string) => void;
}

const statusClass: Readonly<Record<FlowStatus, string>> = {
  Approved: styles['approved'] ?? '',
  'Auto-Approved': styles['approved'] ?? '',
  Pending: styles['pending'] ?? '',
  Rejected: styles['rejected'] ?? '',
  unmapped: styles['unmapped'] ?? '',
};

const people = (count: number): string => `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`;
const columnOrder = ['group', 'by', 'target'] as const;

/** Bands and boxes. */
const drawnPerFrame = 75;

/**
 * Groups, rules and targets as bands: width is people, colour is status, the dark core is people kept elsewhere by an open
 * conflict. One tab stop; arrows go up and down a column and across; Enter shows what belongs to the box.
 */
export function SankeyPicture({ picture, onGroup, onSearch }: SankeyPictureProps) {
  const { ref, width } = useElementSize();
  const margin = Math.min(240, Math.max(120, width * 0.2));
  const laid = useMemo(() => (width === 0 ? null : layOutSankey(picture, width, margin)), [picture, width, margin]);
  const [chosen, setChosen] = useState<string | null>(null);
  const boxes = useRef(new Map<string, SVGGElement>());
  const bandCount = laid?.links.length ?? 0;
  // Bands first, then the boxes with their names: all in one frame would take three.
  const drawn = useGrowing(picture, bandCount + (laid?.nodes.length ?? 0), drawnPerFrame);
  if (picture.links.length === 0)
    return (
      <EmptyState icon={IconChartSankey} title="Nothing to draw">
        No group with members fits the filters above.
      </EmptyState>
    );

  const byColumn = (column: PictureNode['column']) =>
    (laid?.nodes ?? []).filter(({ node }) => node.column === column).sort((a, b) => a.y - b.y);
  const open = ({ node }: LaidNode) => {
    if (node.column === 'group' && node.members === 1) onGroup(node.label);
    else if (node.search !== '') onSearch(node.search);
  };
  const keys = (event: KeyboardEvent, box: LaidNode) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(box);
      return;
    }
    const next = neighbour(box, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next.node.id);
    boxes.current.get(next.node.id)?.focus();
  };
  const neighbour = (box: LaidNode, key: string): LaidNode | undefined => {
    const column = byColumn(box.node.column);
    const at = column.findIndex(({ node }) => node.id === box.node.id);
    if (key === 'ArrowDown') return column[at + 1];
    if (key === 'ArrowUp') return column[at - 1];
    const across = columnOrder.indexOf(box.node.column) + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0);
    if (key !== 'ArrowRight' && key !== 'ArrowLeft') return undefined;
    const name = columnOrder[across];
    return name === undefined ? undefined : nearest(byColumn(name), box.y + box.height / 2);
  };
  const entry = laid?.nodes.some(({ node }) => node.id === chosen) === true ? chosen : (byColumn('group')[0]?.node.id ?? null);

  return (
    <div ref={ref} className={styles['frame']}>
      {laid === null ? null : (
        // biome-ignore lint/a11y/useSemanticElements: an svg is no fieldset; it holds the boxes that can be reached
        <svg
          width={width}
          height={laid.height}
          role="group"
          aria-label={`${picture.groups.toLocaleString('en-GB')} groups, their rules and ${picture.targets.toLocaleString('en-GB')} targets`}
        >
          <g>
            {laid.links.slice(0, drawn).map((band) => (
              <Band
                key={`${band.link.from} ${band.link.to} ${band.link.status}`}
                band={band}
                lit={chosen === band.link.from || chosen === band.link.to}
                dimmed={chosen !== null && chosen !== band.link.from && chosen !== band.link.to}
              />
            ))}
          </g>
          {laid.nodes.slice(0, Math.max(0, drawn - bandCount)).map((box) => (
            // biome-ignore lint/a11y/useSemanticElements: inside an svg there is no button element
            <g
              key={box.node.id}
              ref={(element) => {
                if (element === null) boxes.current.delete(box.node.id);
                else boxes.current.set(box.node.id, element);
              }}
              role="button"
              tabIndex={box.node.id === entry ? 0 : -1}
              className={styles['box']}
              aria-label={describe(box, laid.links)}
              data-column={box.node.column}
              onFocus={() => setChosen(box.node.id)}
              onBlur={() => setChosen(null)}
              onMouseEnter={() => setChosen(box.node.id)}
              onMouseLeave={() => setChosen(null)}
              onClick={() => open(box)}
              onKeyDown={(event) => keys(event, box)}
            >
              <title>{describe(box, laid.links)}</title>
              <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={2} className={styles['rect']} />
              <Label box={box} margin={margin} width={width} />
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

const Band = memo(function Band({ band, lit, dimmed }: { readonly band: LaidLink; readonly lit: boolean; readonly dimmed: boolean }) {
  const { link, path, width } = band;
  return (
    <g className={`${dimmed ? styles['dimmed'] : ''} ${lit ? styles['lit'] : ''}`}>
      <path d={path} className={`${styles['band']} ${statusClass[link.status]}`} strokeWidth={width}>
        <title>{`${people(link.people)}, ${link.status === 'unmapped' ? 'not mapped' : link.status}${link.held === 0 ? '' : `; ${link.held.toLocaleString('en-GB')} of them kept elsewhere by a conflict`}`}</title>
      </path>
      {link.held === 0 ? null : <path d={path} className={styles['held']} strokeWidth={Math.max(1.5, (width * link.held) / link.people)} />}
    </g>
  );
});

/** Beside its box: outwards for groups and targets, above the band for rules. */
function Label({ box, margin, width }: { readonly box: LaidNode; readonly margin: number; readonly width: number }) {
  const { node } = box;
  const middle = box.y + box.height / 2;
  const room = node.column === 'by' ? Math.max(140, (width - 2 * margin) / 2 - 30) : margin - 12;
  const characters = Math.max(8, Math.floor(room / 7.2));
  const text = node.label.length > characters ? `${node.label.slice(0, characters - 1)}…` : node.label;
  const place =
    node.column === 'group' ? { x: box.x - 6, textAnchor: 'end' as const } : { x: box.x + box.width + 6, textAnchor: 'start' as const };
  return (
    <text {...place} y={middle} dy="0.35em" className={styles['label']}>
      {text}
    </text>
  );
}

function describe({ node, people: count }: LaidNode, links: readonly LaidLink[]): string {
  const held = links.reduce(
    (sum, { link }) => sum + (link.to === node.id || (node.column === 'group' && link.from === node.id) ? link.held : 0),
    0,
  );
  const kind = node.column === 'group' ? (node.members === 1 ? 'Group ' : '') : node.column === 'by' ? 'By ' : '';
  return `${kind}${node.label}: ${people(count)}${held === 0 ? '' : `, ${held.toLocaleString('en-GB')} of them kept elsewhere by an open conflict`}`;
}

const nearest = (boxes: readonly LaidNode[], y: number): LaidNode | undefined =>
  [...boxes].sort((a, b) => Math.abs(a.y + a.height / 2 - y) - Math.abs(b.y + b.height / 2 - y))[0];
