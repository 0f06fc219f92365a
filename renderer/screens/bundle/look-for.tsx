import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { SoughtText } from '../../../shared/ipc/bundle';
import { Notice } from '../../components/notice';
import { ask } from '../../state/ask';

/** The proof for one person: type an address that must not be in the file, and see that it is not. */
export function LookFor() {
  const [text, setText] = useState('');
  const [sought, setSought] = useState<SoughtText | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    setSought(await ask('bundle:look-for', { text: text.trim() }, 'The bundle could not be searched'));
  };
  return (
    <Stack gap="xs">
      <form onSubmit={(event) => void submit(event)}>
        <Group align="flex-end" gap="xs">
          <TextInput
            style={{ flex: '0 1 26rem' }}
            label="See for yourself that somebody is not in it"
            description="An e-mail address, a name, any text; upper and lower case are the same."
            placeholder="ann.lee@acme.example"
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            value={text}
            maxLength={320}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setSought(null);
            }}
          />
          <Button type="submit" variant="default" disabled={text.trim() === ''}>
            Look for it
          </Button>
        </Group>
      </form>
      {sought === null ? null : <Found sought={sought} />}
    </Stack>
  );
}

function Found({ sought: { text, count, searched, pseudonym, places } }: { readonly sought: SoughtText }) {
  if (count === 0)
    return (
      <Notice tone="pass" role="status" title={`“${text}” does not occur`}>
        All {searched.toLocaleString('en-GB')} characters of the file were looked through, percent-encoded spellings too.{' '}
        {pseudonym === null ? (
          text.includes('@') && 'Nobody who goes into this bundle has that userName either: is it spelt as you meant it?'
        ) : (
          <>
            This person is in the bundle as <Code>{pseudonym}</Code>; only you can see that, here.
          </>
        )}
      </Notice>
    );
  return (
    <Notice tone="warn" role="status" title={`“${text}” occurs ${count === 1 ? 'once' : `${count.toLocaleString('en-GB')} times`}`}>
      <Text size="sm">Here it stands{places.length < count ? ', first of all' : ''}:</Text>
      {places.map(({ path, excerpt }) => (
        <Text size="sm" key={path}>
          <Code>{path}</Code> …{excerpt}…
        </Text>
      ))}
    </Notice>
  );
}
