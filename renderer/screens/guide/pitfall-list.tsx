import { Group, Text } from '@mantine/core';
import { memo } from 'react';
import type { Pitfall } from '../../../shared/guide/step';
import { Disclosure } from '../../components/disclosure';
import { MarkedText } from '../../components/marked-text';
import { OursMark } from '../../components/ours-mark';
import { SourceMark } from './source-mark';

/** What goes wrong at this step: the trouble in sight, its fix and where it is known from behind it. */
export const PitfallList = memo(({ pitfalls }: { readonly pitfalls: readonly Pitfall[] }) =>
  pitfalls.map((pitfall) => (
    <Disclosure key={pitfall.id} summary={<MarkedText text={pitfall.trouble} />}>
      <Text size="sm">
        <b>Fix:</b> <MarkedText text={pitfall.fix} />
      </Text>
      <Group gap={6} mt={6}>
        <Text span size="xs" c="dimmed">
          Known from
        </Text>
        {pitfall.sources.map((source) => (
          <SourceMark key={source.id} source={source} />
        ))}
        {pitfall.ours === true ? <OursMark /> : null}
      </Group>
    </Disclosure>
  )),
);
