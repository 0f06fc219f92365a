import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DropTarget } from '../../components/drop-target';

/** As `saml:read-metadata` and `saml:read-sp-metadata` take it. */
export type MetadataSourceInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'address'; readonly url: string; readonly privateNetwork: boolean };

interface MetadataInputProps {
  /** Whose: "JumpCloud", "TestMu AI". */
  readonly whose: string;
  /** Where the admin finds it there. */
  readonly where: string;
  readonly initialUrl: string;
  readonly busy: boolean;
  readonly onSource: (source: MetadataSourceInput) => void;
}

const maxBytes = 8 * 1024 * 1024;

/** Metadata by address, paste, file or drop. The address is fetched on the click and at no other time. */
export function MetadataInput({ whose, where, initialUrl, busy, onSource }: MetadataInputProps) {
  const [url, setUrl] = useState(initialUrl);
  const [pasted, setPasted] = useState('');
  const [privateNetwork, setPrivateNetwork] = useState(false);
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {where}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSource({ kind: 'address', url, privateNetwork });
        }}
      >
        <Group align="flex-end" gap="xs">
          <TextInput
            label="Metadata URL"
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            spellCheck={false}
            autoComplete="off"
            style={{ flex: 1 }}
          />
          <Button type="submit" loading={busy} disabled={url.trim() === ''}>
            Fetch once
          </Button>
        </Group>
        <Checkbox
          mt={6}
          size="xs"
          label="This address is inside my own network"
          checked={privateNetwork}
          onChange={(event) => setPrivateNetwork(event.currentTarget.checked)}
        />
      </form>
      <DropTarget
        label={`Drop ${whose}'s metadata file here`}
        hint="An .xml file of at most 8 MB"
        accept=".xml,text/xml,application/xml"
        maxBytes={maxBytes}
        onFile={({ name, bytes }) => onSource({ kind: 'file', name, bytes })}
      />
      <Textarea
        label="Or paste the XML"
        placeholder="<md:EntityDescriptor …"
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        rows={3}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 'var(--mantine-font-size-xs)' } }}
      />
      <Group justify="flex-end">
        <Button variant="default" disabled={pasted.trim() === '' || busy} onClick={() => onSource({ kind: 'text', text: pasted })}>
          Read the pasted XML
        </Button>
      </Group>
    </Stack>
  );
}
