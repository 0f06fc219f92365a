import type { BundleProgress } from '../../../shared/bundle/bundle-plan';
import type { BundlePart } from '../../../shared/bundle/records';
import type { BundleSource } from '../../../shared/ipc/bundle';

export const stageWords = {
  reading: 'Reading the file',
  redacting: 'Replacing names',
  playing: 'Playing the events',
  comparing: 'Comparing the two plans',
} as const satisfies Record<BundleProgress['stage'], string>;

export const sourceWords = {
  preview: {
    label: 'What the preview plays',
    hint: 'The vendor’s side, the rules, and what JumpCloud pushes for the roster. Without what-ifs.',
  },
  server: { label: 'What the local SCIM server recorded', hint: 'How its organisation began, each change, and every request of the log.' },
} as const satisfies Record<BundleSource, { readonly label: string; readonly hint: string }>;

export const partWords = {
  organisation: {
    label: 'The organisation',
    holds: 'settings, rules, teams, concurrency groups, sub-organisations, answers to open questions',
    done: 'Its name is replaced; names of rules and places are kept.',
  },
  users: { label: 'Users at the vendor', holds: 'userName, names, role, places', done: 'userNames and names are replaced.' },
  groups: { label: 'Groups at the vendor', holds: 'members, roles, mappings', done: 'Members are replaced; names of groups are kept.' },
  events: { label: 'What happens', holds: 'each push and each act of an admin', done: 'People are replaced; names of groups are kept.' },
  plan: { label: 'The plan', holds: 'numbers, groups, conflicts, refusals, warnings', done: 'Worked out after names were replaced.' },
  people: { label: 'People in the plan', holds: 'before, after and why, of everybody', done: 'Worked out after names were replaced.' },
  exchanges: {
    label: 'Requests of the log',
    holds: 'time, address, answer, both bodies; no headers, so no token',
    done: 'People are replaced in addresses and bodies.',
  },
} as const satisfies Record<BundlePart, { readonly label: string; readonly holds: string; readonly done: string }>;

export const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
