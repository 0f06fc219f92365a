import type { ValueId } from '../value-id';
import type { CheckContext } from './check-context';
import type { Finding, Severity, ValueReading } from './finding';
import type { Hit, MechanicalRule, Rule } from './rule';

/** Repairs feed each other (quotes around a URL that ends in a slash); more rounds than this means two rules that undo each other. */
const mostRounds = 24;

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * Runs a value's rules over what was typed. Mechanical rules see the text as the earlier ones left it, so that all that is wrong is told at
 * once; judged rules see what would be left after the one click. Every finding of a mechanical rule carries that same click.
 */
export function runRules(value: ValueId, text: string, rules: readonly Rule[], context: CheckContext): ValueReading {
  if (text === '') return { value, state: 'empty', findings: [] };
  const { hits, repaired } = repairAll(text, rules, context);
  const findings: Finding[] = hits.map(({ rule, hit, seenIn }) => ({
    code: rule.code,
    severity: rule.severity,
    title: rule.title,
    expected: hit.expected,
    found: hit.found,
    at: seenIn === text ? (hit.at ?? null) : null,
    remedy: rule.remedy,
    fix: repaired === null ? null : { kind: 'replace', text: repaired },
    source: rule.source ?? null,
  }));
  const rest = repaired ?? text;
  for (const rule of rules) {
    if (rule.kind !== 'judged') continue;
    const judgedText = rule.on === 'typed' ? text : rest;
    const hit = judgedText === '' ? null : rule.look(judgedText, context);
    if (hit === null) continue;
    // What belongs elsewhere, or is nothing at all, is not worth mending at its edges: that would only hide it.
    if (rule.decisive && (hit.severity ?? rule.severity) === 'error') findings.length = 0;
    findings.push({
      code: rule.code,
      severity: hit.severity ?? rule.severity,
      title: hit.title ?? rule.title,
      expected: hit.expected,
      found: hit.found,
      at: judgedText === text ? (hit.at ?? null) : null,
      remedy: hit.remedy ?? rule.remedy,
      fix: hit.fix ?? null,
      source: rule.source ?? null,
    });
    if (rule.decisive) break;
  }
  findings.sort((one, other) => ranks[one.severity] - ranks[other.severity]);
  const worst = findings[0]?.severity;
  return { value, state: worst === 'error' ? 'wrong' : worst === 'warning' ? 'warned' : 'ok', findings };
}

interface Repair {
  readonly hits: readonly { readonly rule: MechanicalRule; readonly hit: Hit; readonly seenIn: string }[];
  /** Free of mechanical findings; null where repeated repairs came to no end. */
  readonly repaired: string | null;
}

function repairAll(text: string, rules: readonly Rule[], context: CheckContext): Repair {
  const hits = new Map<string, Repair['hits'][number]>();
  let current = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = current;
    for (const rule of rules) {
      if (rule.kind !== 'mechanical') continue;
      const hit = rule.look(current, context);
      if (hit === null) continue;
      if (!hits.has(rule.code)) hits.set(rule.code, { rule, hit, seenIn: current });
      current = rule.repair(current, context);
    }
    if (current === before) return { hits: [...hits.values()], repaired: current };
  }
  return { hits: [...hits.values()], repaired: null };
}
