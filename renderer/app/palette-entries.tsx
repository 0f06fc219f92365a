import type { MantineColorScheme } from '@mantine/core';
import type { SpotlightActionGroupData } from '@mantine/spotlight';
import {
  type Icon,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCopy,
  IconKeyboard,
  IconPackageExport,
  IconPackageImport,
  IconPencil,
  IconPlus,
  IconRocket,
  IconSwitchHorizontal,
} from '@tabler/icons-react';
import { consoleNames } from '../../shared/guide/console';
import { stepIds } from '../../shared/guide/step-id';
import { steps } from '../../shared/guide/steps';
import { isSecret, valueIds } from '../../shared/guide/value-id';
import { values } from '../../shared/guide/values';
import type { WorkspacesView } from '../../shared/ipc/workspaces';
import { invoke } from '../bridge';
import { StepStateIcon } from '../screens/guide/step-state-icon';
import type { Guide } from '../state/guide';
import { undoKeys } from '../state/undo-keys';
import { showDone } from '../state/undo-toast';
import { openWorkspaceDialog } from '../state/workspace-dialog';
import { workspaceActions } from '../state/workspaces';
import { navigate } from './router';
import { screens } from './screens';
import { colourSchemes } from './theme-switch';

const glyph = (Glyph: Icon) => <Glyph size={18} stroke={1.6} aria-hidden="true" />;

export const screenEntries: SpotlightActionGroupData = {
  group: 'Screens',
  actions: screens.map(({ id, label, hint, icon }) => ({
    id: `screen-${id}`,
    label,
    description: hint,
    leftSection: glyph(icon),
    onClick: () => navigate(id),
  })),
};

export const stepEntries = (guide: Guide): SpotlightActionGroupData => ({
  group: 'Steps',
  actions: stepIds.map((id) => ({
    id: `step-${id}`,
    label: `${id}  ${steps[id].title}`,
    description: consoleNames[steps[id].console],
    keywords: [`step ${id}`],
    leftSection: <StepStateIcon state={guide.progress.steps[id].state.kind} size={18} />,
    onClick: () => navigate('guide', id),
  })),
});

async function copyValue(guide: Guide, id: (typeof valueIds)[number], text: string): Promise<void> {
  if (isSecret(id)) {
    if (!(await guide.actions.copyToken())) return;
  } else await invoke('app:copy', { text });
  showDone(`${values[id].name} copied.`);
}

export const valueEntries = (guide: Guide): readonly SpotlightActionGroupData[] => {
  const there = valueIds.filter((id) => guide.readings[id].state !== 'empty');
  return [
    {
      group: 'Copy a value',
      actions: there.map((id) => {
        const text = isSecret(id) ? '' : (guide.workspace.values[id]?.text ?? '');
        return {
          id: `copy-${id}`,
          label: `Copy ${values[id].name}`,
          description: isSecret(id) ? `ends in ${guide.workspace.token?.last4 ?? ''}` : text,
          leftSection: glyph(IconCopy),
          onClick: () => void copyValue(guide, id, text),
        };
      }),
    },
    {
      group: 'Values',
      actions: valueIds.map((id) => ({
        id: `value-${id}`,
        label: values[id].name,
        description: 'Show in the ledger',
        leftSection: glyph(IconPencil),
        onClick: () => navigate('ledger', id),
      })),
    },
  ];
};

interface CommandOptions {
  readonly view: WorkspacesView;
  readonly guide: Guide | null;
  readonly setColourScheme: (scheme: MantineColorScheme) => void;
  readonly showShortcuts: () => void;
}

export const commandEntries = ({ view, guide, setColourScheme, showShortcuts }: CommandOptions): SpotlightActionGroupData => ({
  group: 'Commands',
  actions: [
    ...(guide === null
      ? []
      : [
          { id: 'undo', label: 'Undo the last change', leftSection: glyph(IconArrowBackUp), onClick: () => undoKeys()?.undo() },
          { id: 'redo', label: 'Redo', leftSection: glyph(IconArrowForwardUp), onClick: () => undoKeys()?.redo() },
        ]),
    ...view.workspaces
      .filter(({ id, kind }) => id !== view.activeId && kind === 'ready')
      .map(({ id, name }) => ({
        id: `open-${id}`,
        label: `Switch to ${name}`,
        leftSection: glyph(IconSwitchHorizontal),
        onClick: () => void workspaceActions.open(id),
      })),
    { id: 'new', label: 'New workspace…', leftSection: glyph(IconPlus), onClick: () => openWorkspaceDialog({ kind: 'create' }) },
    { id: 'demo', label: 'Open the demo', leftSection: glyph(IconRocket), onClick: () => void workspaceActions.openDemo() },
    {
      id: 'make-bundle',
      label: 'Make a support bundle…',
      keywords: ['support', 'export', 'anonymous'],
      leftSection: glyph(IconPackageExport),
      onClick: () => navigate('bundle', 'make'),
    },
    {
      id: 'open-bundle',
      label: 'Open a support bundle…',
      keywords: ['support', 'replay'],
      leftSection: glyph(IconPackageImport),
      onClick: () => navigate('bundle', 'open'),
    },
    ...colourSchemes.map(({ value, label, icon }) => ({
      id: `scheme-${value}`,
      label: `Appearance: ${label}`,
      keywords: ['theme', 'dark mode', 'colour'],
      leftSection: glyph(icon),
      onClick: () => setColourScheme(value),
    })),
    { id: 'shortcuts', label: 'Keyboard shortcuts', leftSection: glyph(IconKeyboard), onClick: showShortcuts },
  ],
});
