import { IconRoute } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { addRuleAtEnd, inOrder, moveRule } from '../../../shared/preview/edit-rules';
import type { EntityType, RuleSpec } from '../../../shared/vendor/event';
import { EmptyState } from '../../components/empty-state';
import { Section } from '../../components/section';
import { AddRule } from './add-rule';
import { RuleRow } from './rule-row';
import { ruleName } from './rule-words';
import styles from './rules.module.css';
import { TestName } from './test-name';
import { useEditOrganisation } from './use-organisation';

interface RuleEditorProps {
  readonly rules: readonly RuleSpec[];
  readonly enabledTypes: readonly EntityType[];
}

/** The rules in the order in which they are tried; the first that matches a group's name decides. Every change is kept at once. */
export function RuleEditor({ rules, enabledTypes }: RuleEditorProps) {
  const edit = useEditOrganisation();
  const ordered = inOrder(rules);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const put = (next: readonly RuleSpec[], label: string) => edit({ kind: 'rules', rules: [...next], label });

  const move = async (from: number, to: number) => {
    const rule = ordered[from];
    if (rule === undefined || to < 0 || to >= ordered.length || from === to) return;
    await put(moveRule(rules, from, to), `Move the rule “${ruleName(rule)}”`);
    list.current?.querySelectorAll<HTMLElement>('[data-rule-grip]')[to]?.focus();
  };
  const drop = () => {
    if (dragged !== null && over !== null) void move(dragged, over);
    setDragged(null);
    setOver(null);
  };
  return (
    <div className={styles['columns']}>
      <Section title="In this order; the first that matches decides">
        {ordered.length === 0 ? (
          <EmptyState icon={IconRoute} title="No rules yet">
            Without a rule, every pushed group stays unmapped until an admin maps it by hand. Add the rules that your organisation has, or
            means to have, at the vendor.
          </EmptyState>
        ) : (
          <>
            <div className={styles['heads']} aria-hidden="true">
              <span />
              <span>A group whose</span>
              <span>pattern</span>
              <span>becomes a</span>
              <span>by itself</span>
              <span>priority</span>
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
                  dropHere={over === at && dragged !== null && dragged !== at}
                  onChange={(next) =>
                    put(
                      ordered.map((other, index) => (index === at ? next : other)),
                      `Change the rule “${ruleName(rule)}”`,
                    )
                  }
                  onMove={(to) => void move(at, to)}
                  onRemove={() =>
                    void put(
                      ordered.filter((_, index) => index !== at),
                      `Remove the rule “${ruleName(rule)}”`,
                    )
                  }
                  onDragStart={() => setDragged(at)}
                  onDragOver={() => setOver(at)}
                  onDrop={drop}
                />
              ))}
            </ol>
          </>
        )}
        <AddRule onAdd={(rule) => put(addRuleAtEnd(rules, rule), `Add the rule “${ruleName(rule)}”`)} />
      </Section>
      <TestName rules={ordered} enabledTypes={enabledTypes} />
    </div>
  );
}
