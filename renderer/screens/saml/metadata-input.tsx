import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import { METADATA_LIMITS } from '../../../shared/saml/xml-refusal';
import { byteWords } from '../../components/byte-words';
import { DropTarget } from '../../components/drop-target';
import { ErrorNotice } from '../../components/error-notice';

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
  /** Why the last one could not be read. */
  readonly error: AppError | null;
  readonly onSource: (source: MetadataSourceInput) => void;
}

const maxBytes = METADATA_LIMITS.maxLength;

/** Metadata by address, paste, file or drop. The address is fetched on the click and at no other time. */
export function MetadataInput({ whose, where, initialUrl, busy, error, onSource }: MetadataInputProps) {
  const [url, setUrl] = useState(initialUrl);
  const [pasted, setPasted] = useState('');
  const [privateNetwork, setPrivateNetwork] = useState(false);
  const notice = useRef<HTMLDivElement>(null);
  // Above the fields, and brought into view: whoever has just dropped a file looks elsewhere.
  useEffect(() => {
    if (error !== null) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <Stack gap="sm">
      {error === null ? null : (
        <div ref={notice}>
          <ErrorNotice error={error} title="The metadata could not be read" />
        </div>
      )}
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
        hint={`An .xml file of at most ${byteWords(maxBytes)}`}
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
