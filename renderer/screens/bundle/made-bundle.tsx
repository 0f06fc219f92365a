import { Button, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import type { BundlePart } from '../../../shared/bundle/records';
import type { MadeBundleView } from '../../../shared/ipc/bundle';
import { byteWords } from '../../components/byte-words';
import { Notice } from '../../components/notice';
import { PlainTable } from '../../components/plain-table';
import { Section } from '../../components/section';
import { ask } from '../../state/ask';
import { counted, partWords } from './bundle-words';
import { LookFor } from './look-for';
import { PartRecords } from './part-records';
import { SavedBundle } from './saved-bundle';

/** What would go in, before it is written: part by part, what was replaced, what was kept, and a search that proves it. */
export function MadeBundle({ made }: { readonly made: MadeBundleView }) {
  const [reading, setReading] = useState<BundlePart | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const save = async () => {
    const path = await ask('bundle:save', undefined, 'The bundle could not be saved');
    if (path !== null) setSaved(path);
  };
  const { replaced, remaining } = made;
  return (
    <>
      {saved === null ? (
        <Notice
          tone="info"
          title="Nothing is written yet"
          actions={
            <Button size="sm" leftSection={<IconDeviceFloppy size={16} aria-hidden="true" />} onClick={() => void save()}>
              Save…
            </Button>
          }
        >
          This is what the file would hold: {byteWords(made.bytes)}. It stays on this machine; you decide whom you send it to.
        </Notice>
      ) : (
        <SavedBundle path={saved} made={made} onSaveElsewhere={() => void save()} />
      )}
      <Section title="What goes in">
        <PlainTable
          label="Parts of the bundle"
          heads={[
            'Part',
            'Holds',
            'What was replaced',
            'Size',
            <span key="read" className="visually-hidden">
              Read
            </span>,
          ]}
        >
          {made.parts
            .filter(({ records }) => records > 0)
            .map(({ part, records, bytes }) => (
              <tr key={part}>
                <td>
                  <strong>{partWords[part].label}</strong>
                  <br />
                  <Text span size="sm" c="dimmed">
                    {counted(records, 'record', 'records')}
                  </Text>
                </td>
                <td>{partWords[part].holds}</td>
                <td>{partWords[part].done}</td>
                <td>{byteWords(bytes)}</td>
                <td>
                  <Button size="compact-sm" variant="default" onClick={() => setReading(part)} aria-label={`Read ${partWords[part].label}`}>
                    Read
                  </Button>
                </td>
              </tr>
            ))}
        </PlainTable>
      </Section>
      <Section title="Names of people">
        <Stack gap="sm">
          <Text size="sm">
            {counted(replaced.people, 'userName was', 'userNames were')} replaced, such as <code>person-1@domain-1.example</code>, of{' '}
            {counted(replaced.domains, 'domain', 'domains')}; and{' '}
            {counted(replaced.names, 'given or family name', 'given and family names')}, such as <em>Name 1</em>. The same person has the
            same pseudonym throughout. Names of groups, teams and rules are kept, because rules match on them.
          </Text>
          <Remaining remaining={remaining} />
          <LookFor />
        </Stack>
      </Section>
      <PartRecords part={reading} sha256={made.sha256} onClose={() => setReading(null)} />
    </>
  );
}

function Remaining({ remaining }: Pick<MadeBundleView, 'remaining'>) {
  if (remaining.total === 0)
    return (
      <Notice tone="pass" title="No e-mail address is left">
        The whole file was looked through for anything of the shape of an e-mail; only pseudonyms were found.
      </Notice>
    );
  return (
    <Notice tone="warn" title={`${counted(remaining.total, 'e-mail address is', 'e-mail addresses are')} left`}>
      They stand in names of groups, teams or rules, which are kept: {remaining.first.join(', ')}
      {remaining.total > remaining.first.length ? ' and others' : ''}. Search for one below to see where. If it must not leave this machine,
      do not send the bundle; rename the group first.
    </Notice>
  );
}
