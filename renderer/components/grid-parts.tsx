import type { ComponentProps } from 'react';

type PartProps = ComponentProps<'div'>;

// A table element cannot hold rows that are positioned, so that any number of them scrolls. These carry the roles of WAI-ARIA's grid in its
// place; the focus and the keys are the grid's (use-grid-rows.ts), so a row or a cell needs neither.

/** The one tab stop of a list; needs a label and its counts of rows and columns. */
export function Grid(props: PartProps) {
  // biome-ignore lint/a11y: see above
  return <div tabIndex={0} {...props} role="grid" />;
}

/** The head or the body of a grid. */
export function GridGroup(props: PartProps) {
  // biome-ignore lint/a11y/useSemanticElements: see above
  return <div {...props} role="rowgroup" />;
}

export function GridRow(props: PartProps) {
  // biome-ignore lint/a11y: see above
  return <div {...props} role="row" />;
}

export function GridHeadCell(props: PartProps) {
  // biome-ignore lint/a11y: see above
  return <div {...props} role="columnheader" />;
}

export function GridCell(props: PartProps) {
  // biome-ignore lint/a11y: see above
  return <div {...props} role="gridcell" />;
}
