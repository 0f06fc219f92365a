import { Anchor } from '@mantine/core';
import type { StepId } from '../../../shared/guide/step-id';
import { routeHash } from '../../app/router';

/** "step 9", as the way there; never broken over two lines. */
export function StepLink({ id }: { readonly id: StepId }) {
  return (
    <Anchor href={routeHash('guide', id)} style={{ whiteSpace: 'nowrap' }}>
      step {id}
    </Anchor>
  );
}
