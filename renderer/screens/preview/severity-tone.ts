import type { WarningSeverity } from '../../../shared/plan/warning-kinds';
import type { Tone } from '../../components/tone';

export const severityTone: Readonly<Record<WarningSeverity, Tone>> = { stop: 'fail', danger: 'fail', caution: 'warn', notice: 'info' };
