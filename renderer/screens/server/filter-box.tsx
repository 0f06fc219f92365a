import { ActionIcon, Code, Popover, Table, Text, TextInput } from '@mantine/core';
import { IconFilter, IconHelpCircle, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { logFilterFields, parseLogFilter } from '../../../shared/scim/log-filter';
import styles from './server.module.css';

interface FilterBoxProps {
  readonly expression: string;
  readonly onExpression: (expression: string) => void;
}

const settleMs = 220;

/** Filter expressions for the log, judged while typing; a wrong one leaves the list as it is and says what is expected. */
export function FilterBox({ expression, onExpression }: FilterBoxProps) {
  const [text, setText] = useState(expression);
  useEffect(() => setText(expression), [expression]);
  const parsed = parseLogFilter(text);
  useEffect(() => {
    if (!parseLogFilter(text).ok || text === expression) return;
    const timer = window.setTimeout(() => onExpression(text), settleMs);
    return () => window.clearTimeout(timer);
  }, [text, expression, onExpression]);
  return (
    <div className={styles['filter']}>
      <TextInput
        aria-label="Filter the log"
        placeholder="status>=400 method=PATCH path~Groups user=ann@acme.example"
        leftSection={<IconFilter size={16} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={parsed.ok ? null : `${parsed.error.message} ${parsed.error.fix}`}
        spellCheck={false}
        autoComplete="off"
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 'var(--mantine-font-size-xs)' } }}
        rightSection={
          text === '' ? null : (
            <ActionIcon size="sm" aria-label="Empty the filter" onClick={() => onExpression('')}>
              <IconX size={14} />
            </ActionIcon>
          )
        }
      />
      <Popover width={430} position="bottom-end" shadow="md" withArrow>
        <Popover.Target>
          <ActionIcon aria-label="How to filter" size="lg">
            <IconHelpCircle size={18} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <Text size="sm" mb={6}>
            Terms with spaces between; all must hold. Text with spaces goes in quotes. A bare word is a status, a method, a person when it
            has an @, else part of the path.
          </Text>
          <Table verticalSpacing={3} fz="xs">
            <Table.Tbody>
              {Object.entries(logFilterFields).map(([name, { example, about }]) => (
                <Table.Tr key={name}>
                  <Table.Td>
                    <button
                      type="button"
                      className={styles['example']}
                      onClick={() => setText(text.trim() === '' ? example : `${text.trim()} ${example}`)}
                    >
                      <Code>{example}</Code>
                    </button>
                  </Table.Td>
                  <Table.Td>{about}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
