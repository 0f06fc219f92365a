import { Group, Text } from '@mantine/core';
import type { ExchangeSide } from '../../../shared/ipc/server';
import type { Mark } from '../../../shared/scim/marked-json';
import { CopyButton } from '../../components/copy-button';
import styles from './server.module.css';

const signs = { same: ' ', added: '+', removed: '−', changed: '•', ignored: '×' } as const satisfies Record<Mark, string>;
const words = { same: '', added: 'added', removed: 'removed', changed: 'changed', ignored: 'ignored' } as const satisfies Record<
  Mark,
  string
>;

const bodyText = (side: ExchangeSide): string =>
  side.lines === null
    ? side.text
    : side.lines
        .filter(({ mark }) => mark !== 'removed')
        .map(({ depth, text }) => '  '.repeat(depth) + text)
        .join('\n');

interface MarkedBodyProps {
  readonly title: string;
  readonly side: ExchangeSide;
  /** What the marks mean here. */
  readonly note: string;
}

/** One side of an exchange: its head, and its body with what it changed marked by colour, sign and word. */
export function MarkedBody({ title, side, note }: MarkedBodyProps) {
  const text = bodyText(side);
  const marked = side.lines?.some(({ mark }) => mark !== 'same') === true;
  return (
    <section className={styles['bodySide']} aria-label={title}>
      <Group justify="space-between" gap="xs" mih={26}>
        <Text size="xs" fw={650} c="dimmed">
          {title}
          {marked ? <span className={styles['note']}> {note}</span> : null}
        </Text>
        {text === '' ? null : <CopyButton text={text} what={`body of the ${title.toLowerCase()}`} />}
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe: scrollable-region-focusable) */}
      <div className={styles['http']} tabIndex={0}>
        <div className={styles['headLine']}>{side.head[0]}</div>
        {side.head.slice(1).map((line) => (
          <div key={line} className={styles['soft']}>
            {line}
          </div>
        ))}
        {side.lines === null ? (
          side.text === '' ? null : (
            <pre className={styles['plain']}>{side.text}</pre>
          )
        ) : (
          <div className={styles['lines']}>
            {side.lines.map(({ depth, text: line, mark }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one body never move
              <div key={at} className={styles['codeLine']} data-mark={mark} style={{ paddingInlineStart: `${1.1 + depth * 0.9}rem` }}>
                <span className={styles['markSign']} aria-hidden="true">
                  {signs[mark]}
                </span>
                {mark === 'same' ? null : <span className="visually-hidden">{words[mark]}: </span>}
                {line}
              </div>
            ))}
          </div>
        )}
        {side.truncated ? (
          <div className={styles['soft']}>The log keeps the beginning only; the whole had {side.bytes.toLocaleString('en-GB')} bytes.</div>
        ) : null}
      </div>
    </section>
  );
}
