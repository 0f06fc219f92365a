import type { FieldPlace } from '../../../shared/guide/value';

/** A field of a console: its label, its other labels, and the way there. */
export function PlaceText({ place }: { readonly place: FieldPlace }) {
  const [label, ...others] = place.labels;
  return (
    <>
      <b>{label}</b>
      {others.length === 0 ? null : ` (also: ${others.join(', ')})`} in {place.path}
    </>
  );
}
