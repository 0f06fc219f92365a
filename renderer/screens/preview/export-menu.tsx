import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { navigate } from '../../app/router';
import type { Saving } from './use-export';

const formats = [
  { format: 'html', label: 'HTML, to hand to somebody' },
  { format: 'markdown', label: 'Markdown, for a ticket' },
  { format: 'text', label: 'Plain text' },
  { format: 'json', label: 'JSON, as the command prints it' },
] as const;

/** The plan as a file: the same that the command `dry-run` writes. */
export function ExportMenu({ onSave: save }: { readonly onSave: Saving['save'] }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden="true" />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Everyone who changes</Menu.Label>
        {formats.map(({ format, label }) => (
          <Menu.Item key={format} onClick={() => void save(format, false)}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void save('json', true)}>JSON with everyone</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => navigate('bundle', 'make', 'preview')}>Support bundle, without people’s names…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
