import { Code } from '@mantine/core';
import { useState } from 'react';
import type { PlayedBundleView } from '../../../shared/ipc/bundle';
import { PlainTable } from '../../components/plain-table';
import { Section } from '../../components/section';
import { Tag } from '../../components/tag';
import { ShowAll } from './show-all';

const shownAtFirst = 10;

/** Where the plan found now is otherwise than the one in the bundle, in the order of the document. */
export function DifferenceTable({ differences }: Pick<PlayedBundleView, 'differences'>) {
  const [all, setAll] = useState(false);
  return (
    <Section title="Where they differ">
      <PlainTable label="Differences between the two plans" heads={['Where', 'In the bundle', 'Found now']}>
        {differences.slice(0, all ? differences.length : shownAtFirst).map(({ path, expected, found }, at) => (
          <tr key={path}>
            <td>
              <Code>{path}</Code> {at === 0 ? <Tag tone="fail">first</Tag> : null}
            </td>
            <td>{expected}</td>
            <td>{found}</td>
          </tr>
        ))}
      </PlainTable>
      {all ? null : <ShowAll total={differences.length} shown={shownAtFirst} onShow={() => setAll(true)} />}
    </Section>
  );
}
