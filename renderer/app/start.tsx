import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { CommandPalette } from './command-palette';
import { Frame } from './frame';
import { Navigation } from './navigation';
import { PaletteButton } from './palette-button';
import { navigate, useRoute } from './router';
import { ScreenArea } from './screen-area';
import { findScreen, screens } from './screens';
import { ShortcutList } from './shortcut-list';
import { SideHead } from './side-head';
import { ThemeSwitch } from './theme-switch';

const productName = 'SCIM Preflight';

/** The window's content: the frame, and in it the screen that the address names. An unknown address shows the first screen. */
export function Start() {
  const route = useRoute();
  const screen = findScreen(route.screen) ?? screens[0];
  if (screen === undefined) throw new Error('the registry of screens is empty');
  const main = useRef<HTMLElement>(null);
  const [helpOpened, setHelpOpened] = useState(false);

  const shown = useRef(screen.id);
  useEffect(() => {
    document.title = `${screen.label} – ${productName}`;
    if (shown.current === screen.id) return;
    shown.current = screen.id;
    main.current?.scrollTo({ top: 0 });
    main.current?.focus({ preventScroll: true });
  }, [screen]);

  useHotkeys([
    ['shift+?', () => setHelpOpened(true)],
    ...screens.slice(0, 9).map(({ id }, index): [string, () => void] => [`mod+${index + 1}`, () => navigate(id)]),
  ]);

  const groups = useMemo(
    () => [
      {
        group: 'Screens',
        actions: screens.map(({ id, label, hint, icon: Glyph }) => ({
          id: `screen-${id}`,
          label,
          description: hint,
          leftSection: <Glyph size={18} stroke={1.6} aria-hidden="true" />,
          onClick: () => navigate(id),
        })),
      },
    ],
    [],
  );

  return (
    <>
      <Frame
        mainRef={main}
        side={
          <>
            <SideHead />
            <Navigation current={screen.id} notes={{}} />
          </>
        }
        head={
          <>
            <PaletteButton />
            <span style={{ flex: 1 }} />
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
      <CommandPalette groups={groups} />
      <Modal opened={helpOpened} onClose={() => setHelpOpened(false)} title="Keyboard shortcuts" size="lg">
        <ShortcutList />
      </Modal>
    </>
  );
}
