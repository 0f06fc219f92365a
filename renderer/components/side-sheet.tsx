import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './side-sheet.module.css';

interface SideSheetProps {
  readonly opened: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Details at the right edge, over the list they belong to; Escape closes them and gives the list its focus back. */
export function SideSheet({ opened, title, onClose, children }: SideSheetProps) {
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size="36rem" lockScroll={false}>
      <Drawer.Overlay backgroundOpacity={0.35} />
      <Drawer.Content>
        {/* The library's own head is a header element, which outside of a landmark would be a second banner of the page. */}
        <div className={styles['head']}>
          <Drawer.Title className={styles['title'] ?? ''}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label="Close" />
        </div>
        <Drawer.Body pt="sm">{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
