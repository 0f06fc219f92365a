/** A filter as data (RFC 7644 section 3.4.2.2). */

export const comparisons = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof comparisons)[number];

export type FilterValue = string | number | boolean | null;

/** `[urn:]name[.sub]` as written; which attribute it means is settled against a schema later. */
export interface AttributePath {
  readonly text: string;
  readonly urn: string | null;
  readonly name: string;
  readonly sub: string | null;
}

export type Filter =
  | { readonly kind: 'or' | 'and'; readonly terms: readonly Filter[] }
  | { readonly kind: 'not'; readonly term: Filter }
  | { readonly kind: 'present'; readonly path: AttributePath }
  | { readonly kind: 'compare'; readonly path: AttributePath; readonly op: Comparison; readonly value: FilterValue }
  /** `emails[type eq "work"]`: one and the same value meets the whole filter. */
  | { readonly kind: 'values'; readonly path: AttributePath; readonly filter: Filter };
