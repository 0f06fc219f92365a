import {
  type Icon,
  IconCloudComputing,
  IconHome,
  IconListCheck,
  IconPackage,
  IconPlugConnected,
  IconRoute,
  IconServer2,
  IconSettings,
  IconShieldLock,
  IconTable,
  IconTimeline,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export interface Screen {
  /** Also its address: `#/id`. */
  readonly id: string;
  readonly label: string;
  /** What one does there: shown in the command palette. */
  readonly hint: string;
  readonly group: 'set-up' | 'rehearse' | 'live' | 'app';
  readonly icon: Icon;
  readonly component: LazyExoticComponent<ComponentType>;
  /** Only with an open workspace: `useGuide` and `useWorkspaceId` work inside. */
  readonly needsWorkspace?: true;
  /** Takes the whole area and scrolls by itself. */
  readonly fills?: true;
}

export const screenGroups = [
  { id: 'set-up', label: 'Set up' },
  { id: 'rehearse', label: 'Rehearse' },
  { id: 'live', label: 'Go live' },
  { id: 'app', label: 'Application' },
] as const satisfies readonly { readonly id: Screen['group']; readonly label: string }[];

/** Every screen of the window, in the order of the navigation. A new screen is one entry here. */
export const screens: readonly Screen[] = [
  {
    id: 'overview',
    label: 'Overview',
    hint: 'How far the set-up is, and what comes next',
    group: 'set-up',
    icon: IconHome,
    component: lazy(async () => ({ default: (await import('../screens/overview/overview-screen')).OverviewScreen })),
  },
  {
    id: 'guide',
    label: 'Guide',
    hint: 'The 14 steps and the 4 group steps',
    group: 'set-up',
    icon: IconListCheck,
    needsWorkspace: true,
    fills: true,
    component: lazy(async () => ({ default: (await import('../screens/guide/guide-screen')).GuideScreen })),
  },
  {
    id: 'ledger',
    label: 'Values ledger',
    hint: 'Every value: where from, where to, checked how',
    group: 'set-up',
    icon: IconTable,
    needsWorkspace: true,
    component: lazy(async () => ({ default: (await import('../screens/ledger/ledger-screen')).LedgerScreen })),
  },
  {
    id: 'roster',
    label: 'Roster',
    hint: 'Who is in JumpCloud, and which groups are pushed',
    group: 'rehearse',
    icon: IconUsersGroup,
    needsWorkspace: true,
    component: lazy(async () => ({ default: (await import('../screens/roster/roster-screen')).RosterScreen })),
  },
  {
    id: 'vendor',
    label: 'Rules and vendor',
    hint: 'Rules for group names, and what the vendor has already',
    group: 'rehearse',
    icon: IconRoute,
    needsWorkspace: true,
    component: lazy(async () => ({ default: (await import('../screens/vendor/vendor-screen')).VendorScreen })),
  },
  {
    id: 'preview',
    label: 'Preview',
    hint: 'What pushing the groups does to each person',
    group: 'rehearse',
    icon: IconTimeline,
    needsWorkspace: true,
    component: lazy(async () => ({ default: (await import('../screens/preview/preview-screen')).PreviewScreen })),
  },
  {
    id: 'saml',
    label: 'SAML lab',
    hint: 'Metadata, both sides compared, a login rehearsed, captures judged',
    group: 'rehearse',
    icon: IconShieldLock,
    needsWorkspace: true,
    component: lazy(async () => ({ default: (await import('../screens/saml/saml-screen')).SamlScreen })),
  },
  {
    id: 'server',
    label: 'Local SCIM server',
    hint: 'Start it, see every request and what it did, play traffic again',
    group: 'rehearse',
    icon: IconServer2,
    needsWorkspace: true,
    fills: true,
    component: lazy(async () => ({ default: (await import('../screens/server/server-screen')).ServerScreen })),
  },
  {
    id: 'jumpcloud',
    label: 'Virtual JumpCloud',
    hint: 'Rehearse what JumpCloud sends: activation, syncs, changes',
    group: 'rehearse',
    icon: IconCloudComputing,
    needsWorkspace: true,
    component: lazy(async () => ({ default: (await import('../screens/jumpcloud/jumpcloud-screen')).JumpcloudScreen })),
  },
  {
    id: 'live',
    label: 'Live side',
    hint: 'Preflight, the tenant mirrored, go-live checklist, network',
    group: 'live',
    icon: IconPlugConnected,
    needsWorkspace: true,
    component: lazy(async () => ({ default: (await import('../screens/live/live-screen')).LiveScreen })),
  },
  {
    id: 'bundle',
    label: 'Support bundle',
    hint: 'Make one without people’s names, or play one back',
    group: 'app',
    icon: IconPackage,
    component: lazy(async () => ({ default: (await import('../screens/bundle/bundle-screen')).BundleScreen })),
  },
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
