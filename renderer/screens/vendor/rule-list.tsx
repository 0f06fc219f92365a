import { IconRoute } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { addRuleAtEnd, inOrder, moveRule } from '../../../shared/preview/edit-rules';
import type { EntityType, RuleSpec } from '../../../shared/vendor/event';
import { EmptyState } from '../../components/empty-state';
import { AddRule } from './add-rule';
import { RuleRow } from './rule-row';
import { ruleName } from './rule-words';
import styles from './rules.module.css';

interface RuleListProps {
  readonly rules: readonly RuleSpec[];
  readonly enabledTypes: readonly EntityType[];
  /** Groups that each rule takes, by its place in `rules`. */
  readonly taken?: readonly number[] | undefined;
  /** Answers whether the new list counts. */
  readonly onPut: (rules: readonly RuleSpec[], label: string) => Promise<boolean>;
  /** The list as it would be if the dragged rule were dropped here; null when nothing is dragged. */
  readonly onHover?: (rules: readonly RuleSpec[] | null) => void;
}

/** The rules in the order in which they are tried; the first that matches a group's name decides. Moved by dragging or by arrow keys. */
export function RuleList({ rules, enabledTypes, taken, onPut, onHover }: RuleListProps) {
  const ordered = inOrder(rules);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);

  const move = async (from: number, to: number) => {
    const rule = ordered[from];
    if (rule === undefined || to < 0 || to >= ordered.length || from === to) return;
    await onPut(moveRule(rules, from, to), `Move the rule “${ruleName(rule)}”`);
    list.current?.querySelectorAll<HTMLElement>('[data-rule-grip]')[to]?.focus();
  };
  const hover = (at: number) => {
    if (dragged === null || over === at) return;
    setOver(at);
    onHover?.(at === dragged ? null : moveRule(rules, dragged, at));
  };
  const letGo = () => {
    setDragged(null);
    setOver(null);
    onHover?.(null);
  };
  const drop = () => {
    if (dragged !== null && over !== null) void move(dragged, over);
    letGo();
  };
  return (
    <>
      {ordered.length === 0 ? (
        <EmptyState icon={IconRoute} title="No rules yet">
          Without a rule, every pushed group stays unmapped until an admin maps it by hand. Add the rules that your organisation has, or
          means to have, at the vendor.
        </EmptyState>
      ) : (
        <>
          <div className={styles['heads']} aria-hidden="true">
            <span />
            <span>Group name</span>
            <span>pattern</span>
            <span>becomes a</span>
            <span>approves</span>
            <span>priority</span>
            <span>{taken === undefined ? '' : 'takes'}</span>
          </div>
          <ol className={styles['list']} ref={list} aria-label="Mapping rules">
            {ordered.map((rule, at) => (
              <RuleRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no identity but its place; its fields follow the place
                key={at}
                rule={rule}
                at={at}
                count={ordered.length}
                enabled={enabledTypes.includes(rule.target)}
                taken={taken?.[rules.indexOf(rule)]}
                dropHere={over === at && dragged !== null && dragged !== at}
                onChange={(next) =>
                  onPut(
                    ordered.map((other, index) => (index === at ? next : other)),
                    `Change the rule “${ruleName(rule)}”`,
                  )
                }
                onMove={(to) => void move(at, to)}
                onRemove={() =>
                  void onPut(
                    ordered.filter((_, index) => index !== at),
                    `Remove the rule “${ruleName(rule)}”`,
                  )
                }
                onDragStart={() => setDragged(at)}
                onDragOver={() => hover(at)}
                onDragEnd={letGo}
                onDrop={drop}
              />
            ))}
          </ol>
        </>
      )}
      <AddRule onAdd={(rule) => onPut(addRuleAtEnd(rules, rule), `Add the rule “${ruleName(rule)}”`)} />
    </>
  );
}
