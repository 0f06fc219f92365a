import { type Icon, IconSettings } from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export interface Screen {
  /** Also its address: `#/id`. */
  readonly id: string;
  readonly label: string;
  /** What one does there: shown in the command palette. */
  readonly hint: string;
  readonly group: 'set-up' | 'rehearse' | 'app';
  readonly icon: Icon;
  readonly component: LazyExoticComponent<ComponentType>;
}

export const screenGroups = [
  { id: 'set-up', label: 'Set up' },
  { id: 'rehearse', label: 'Rehearse' },
  { id: 'app', label: 'Application' },
] as const satisfies readonly { readonly id: Screen['group']; readonly label: string }[];

/** Every screen of the window, in the order of the navigation. A new screen is one entry here. */
export const screens: readonly Screen[] = [
  {
    id: 'settings',
    label: 'Settings',
    hint: 'Appearance, assumptions, where data is kept',
    group: 'app',
    icon: IconSettings,
    component: lazy(async () => ({ default: (await import('../screens/settings/settings-screen')).SettingsScreen })),
  },
];

export const findScreen = (id: string): Screen | undefined => screens.find((screen) => screen.id === id);
