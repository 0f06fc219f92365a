import { instantUtc } from '../instant-utc';
import { assertNever } from '../result';
import { explainDanger } from './explain-danger';
import type { Checklist, ChecklistItem, RunSheet } from './run-sheet';

export interface ItemWords {
  readonly mark: 'done' | 'open' | 'blocked';
  readonly title: string;
  readonly why: string;
  readonly names: readonly string[];
}

export function explainItem(item: ChecklistItem): ItemWords {
  switch (item.kind) {
    case 'done':
      return {
        mark: 'done',
        title: item.what === 'preflight' ? 'SCIM preflight: ready' : 'SAML: accepted',
        why: `Checked ${instantUtc(item.at)}.`,
        names: [],
      };
    case 'missing':
      return { mark: 'open', ...missing[item.what], names: [] };
    case 'blocker':
      return { mark: 'blocked', ...blockers[item.what], names: item.details };
    case 'danger': {
      const words = explainDanger(item.danger);
      if (item.state === 'accepted' && item.acceptance !== null)
        return { mark: 'done', ...words, why: `${words.why} Accepted by ${item.acceptance.by}, ${instantUtc(item.acceptance.at)}.` };
      if (item.state === 'changed-since')
        return {
          mark: 'open',
          ...words,
          why: `${words.why} It was accepted by ${item.acceptance?.by ?? 'somebody'} for other names: look again.`,
        };
      return { mark: 'open', ...words };
    }
    default:
      return assertNever(item);
  }
}

const missing = {
  plan: { title: 'No preview yet', why: 'Import the roster and run the preview: the checklist is made from its plan.' },
  preflight: { title: 'No SCIM preflight yet', why: 'Run the preflight against the real endpoint with the token and a fresh test e-mail.' },
  saml: { title: 'No SAML check yet', why: 'Judge one captured login in the SAML lab before sign-in depends on it.' },
} as const;

const blockers = {
  'preflight-failed': { title: 'SCIM preflight: not ready', why: 'Activate would fail. Repair these, then run it again.' },
  'saml-rejected': { title: 'SAML: the login was rejected', why: 'People could not sign in. Repair these, then judge another login.' },
  'no-admin-left': {
    title: 'Nobody would be Admin any more',
    why: 'The plan leaves the organisation without an active Admin: change a role or a group first. This cannot be accepted.',
  },
} as const;

const marks = { done: '[x]', open: '[ ]', blocked: '[!]' } as const;

/** The run sheet as Markdown, to print or to hand on. */
export function printRunSheet(sheet: RunSheet, { items, clear }: Checklist, stale: readonly string[]): string {
  const lines = [
    `# Run sheet: ${sheet.organisation}`,
    '',
    `Made ${instantUtc(sheet.madeAt)}, fingerprint \`${sheet.fingerprint.slice(0, 16)}\`.`,
    stale.length > 0
      ? `**Stale**: ${stale.join(', ')} changed since. Make it again before going live.`
      : clear
        ? '**Clear to go live.**'
        : '**Not clear yet.**',
    '',
    '## Before',
    '',
  ];
  for (const item of items) {
    const { mark, title, why, names } = explainItem(item);
    lines.push(`- ${marks[mark]} **${escapeMarkdown(title)}**. ${escapeMarkdown(why)}`);
    for (const name of names) lines.push(`  - ${escapeMarkdown(name)}`);
  }
  lines.push('', '## Going live', '', ...steps.map((step, index) => `${index + 1}. [ ] ${step}`), '');
  return lines.join('\n');
}

const steps = [
  'One Admin is exempt from SSO and has tried to sign in without it (break-glass).',
  "The test e-mail is fresh: not used in any test before, in nobody's name (J3, I1).",
  'JumpCloud: Test Connection, then Activate; group box as planned (J1, J6).',
  'JumpCloud: bind one small group first, wait for its sync, compare it with the plan.',
  'Bind the other groups in the order of the plan: the order decides conflicts (I8).',
  'Compare the tenant with the plan (Live side > Drift); read the Directory Insights export against it (J14).',
  'Way back: unbinding a group deactivates its people (J12, I3); pause the integration instead.',
] as const;

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
