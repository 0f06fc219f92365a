import { SimpleGrid, Stack, Text } from '@mantine/core';
import { ShortcutKeys } from './shortcut-keys';
import styles from './shortcut-list.module.css';
import { shortcutGroups } from './shortcuts';

/** Every shortcut, grouped by where it works. */
export function ShortcutList() {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      {shortcutGroups.map(({ where, shortcuts }) => (
        <Stack key={where} gap={6}>
          <Text size="sm" fw={650}>
            {where}
          </Text>
          <dl className={styles['list']}>
            {shortcuts.map(({ keys, does }) => (
              <div key={keys} className={styles['line']}>
                <dt>{does}</dt>
                <dd>
                  <ShortcutKeys keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </Stack>
      ))}
    </SimpleGrid>
  );
}
