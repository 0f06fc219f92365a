import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle, IconPoint } from '@tabler/icons-react';
import type { Tone } from './tone';

const icons = {
  neutral: IconPoint,
  info: IconInfoCircle,
  pass: IconCircleCheck,
  warn: IconAlertTriangle,
  fail: IconCircleX,
} as const satisfies Record<Tone, typeof IconPoint>;

/** The shape that goes with a tone, so that colour is never alone. Decorative: the text beside it carries the meaning. */
export function ToneIcon({ tone, size = 16 }: { readonly tone: Tone; readonly size?: number }) {
  const Icon = icons[tone];
  return <Icon size={size} stroke={1.9} aria-hidden="true" />;
}
