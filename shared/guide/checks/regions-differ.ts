import { hostOf } from '../../preflight/base-url';
import type { PlainValueId } from '../value-id';
import { values } from '../values';
import { isJumpCloudAddress } from './address-parts';
import { type JudgedRule, judged } from './rule';

/** `console.eu.jumpcloud.com` is the EU's console, `console.in.…` India's (jumpcloud-behaviour.md section 3); other hosts are read alike. */
const regionOf = (text: string): string | null =>
  isJumpCloudAddress(text) ? (/\.(eu|in)\.jumpcloud\.com$/.exec(hostOf(text))?.[1]?.toUpperCase() ?? 'US') : null;

/** Two addresses of JumpCloud out of two of its regions: one is of another organisation’s console. */
export const regionsDiffer = (other: PlainValueId): JudgedRule =>
  judged({
    code: 'other-region',
    severity: 'warning',
    title: 'Of another region of JumpCloud',
    remedy: 'Copy both again from the console of your own organisation: an application lives in one region.',
    source: 'jumpcloud §3',
    look: (text, context) => {
      const here = regionOf(text);
      const there = regionOf(context.values[other] ?? '');
      return here === null || there === null || here === there
        ? null
        : { expected: `${there}, as the ${values[other].name} has it`, found: `${here}: ${hostOf(text)}` };
    },
  });
