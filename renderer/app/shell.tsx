import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { WorkspacesView } from '../../shared/ipc/workspaces';
import { subscribe } from '../bridge';
import { useGuideState } from '../state/guide';
import { hasOwnUndo, undoKeys } from '../state/undo-keys';
import { CommandPalette } from './command-palette';
import { Frame } from './frame';
import styles from './frame.module.css';
import { Navigation } from './navigation';
import { navigationNotes } from './navigation-notes';
import { PaletteButton } from './palette-button';
import { navigate, useRoute } from './router';
import { ScreenArea } from './screen-area';
import { findScreen, screens } from './screens';
import { ShortcutList } from './shortcut-list';
import { SideHead } from './side-head';
import { ThemeSwitch } from './theme-switch';
import { WorkspaceDialogs } from './workspace-dialogs';
import { WorkspaceSwitcher } from './workspace-switcher';

const productName = 'SCIM Preflight';

/** The window's content: the frame, and in it the screen that the address names. An unknown address shows the first screen. */
export function Shell({ workspaces }: { readonly workspaces: WorkspacesView }) {
  const route = useRoute();
  const screen = findScreen(route.screen) ?? screens[0];
  if (screen === undefined) throw new Error('the registry of screens is empty');
  const state = useGuideState();
  const guide = state.kind === 'ready' ? state.guide : null;
  const [helpOpened, setHelpOpened] = useState(false);

  const main = useRef<HTMLElement>(null);
  const shown = useRef(screen.id);
  useEffect(() => {
    document.title = `${screen.label} – ${productName}`;
    if (shown.current === screen.id) return;
    shown.current = screen.id;
    main.current?.scrollTo({ top: 0 });
    main.current?.focus({ preventScroll: true });
  }, [screen]);

  useEffect(() => subscribe('app:go', ({ screen: to, detail }) => navigate(to, ...detail)), []);

  useHotkeys([['shift+?', () => setHelpOpened(true)]]);
  useHotkeys(
    [
      ['mod+Z', (event) => travel(event, 'undo'), { preventDefault: false }],
      ['mod+shift+Z', (event) => travel(event, 'redo'), { preventDefault: false }],
      ['mod+Y', (event) => travel(event, 'redo'), { preventDefault: false }],
    ],
    [],
  );
  useHotkeys(
    [
      ...screens.slice(0, 9).map(({ id }, index): [string, () => void] => [`mod+${index + 1}`, () => navigate(id)]),
      ['mod+shift+B', () => navigate('bundle', 'make')],
      ['mod+shift+O', () => navigate('bundle', 'open')],
    ],
    [],
  );

  return (
    <>
      <Frame
        mainRef={main}
        fills={screen.fills === true && (screen.needsWorkspace !== true || guide !== null)}
        side={
          <>
            <SideHead>
              <WorkspaceSwitcher view={workspaces} />
            </SideHead>
            <Navigation current={screen.id} notes={navigationNotes(guide)} />
          </>
        }
        head={
          <>
            <PaletteButton />
            <span className={styles['gap']} />
            <Tooltip label="Keyboard shortcuts">
              <ActionIcon size="lg" aria-label="Keyboard shortcuts" onClick={() => setHelpOpened(true)}>
                <IconKeyboard size={18} stroke={1.7} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
            <ThemeSwitch />
          </>
        }
      >
        <ScreenArea screen={screen} />
      </Frame>
      <CommandPalette workspaces={workspaces} showShortcuts={() => setHelpOpened(true)} />
      <WorkspaceDialogs />
      <Modal opened={helpOpened} onClose={() => setHelpOpened(false)} title="Keyboard shortcuts" size="lg">
        <ShortcutList />
      </Modal>
    </>
  );
}

function travel(event: KeyboardEvent, direction: 'undo' | 'redo'): void {
  if (hasOwnUndo(event.target)) return;
  event.preventDefault();
  undoKeys()?.[direction]();
}
