import type { Finding, Severity } from '../../../shared/guide/checks/finding';
import { isSecret, type PlainValueId, type ValueId } from '../../../shared/guide/value-id';
import { values } from '../../../shared/guide/values';
import { DiffText } from '../../components/diff-text';
import type { ShownFinding } from '../../components/finding-list';
import { MarkedText } from '../../components/marked-text';
import type { Tone } from '../../components/tone';
import { SourceMark } from './source-mark';

const tones = { error: 'fail', warning: 'warn', note: 'info' } as const satisfies Record<Severity, Tone>;

interface FixHandlers {
  readonly replace: (text: string) => void;
  /** Puts the text into the field where it belongs, and clears this one. */
  readonly move: (to: ValueId, text: string) => void;
}

function Remedy({ finding }: { readonly finding: Finding }) {
  return (
    <div>
      <MarkedText text={finding.remedy} /> {finding.source === null ? null : <SourceMark source={{ id: finding.source }} />}
    </div>
  );
}

const expectation = (finding: Finding) => (
  <div>
    Expected {finding.expected}; found {finding.found}.
  </div>
);

/** All that one click repairs is told in one notice, with the text as it is and as it will be. */
function shownRepairs(findings: readonly Finding[], to: string, text: string | null, replace: FixHandlers['replace']): ShownFinding | null {
  const [worst] = findings;
  if (worst === undefined) return null;
  return {
    key: findings.map(({ code }) => code).join(' '),
    tone: tones[worst.severity],
    title: findings.map(({ title }) => title).join(' · '),
    detail: (
      <>
        {text === null ? findings.map((finding) => <div key={finding.code}>{expectation(finding)}</div>) : null}
        {text === null ? null : <DiffText expected={to} found={text} expectedLabel="Mended" />}
        {findings.map((finding) => (
          <Remedy key={finding.code} finding={finding} />
        ))}
      </>
    ),
    fix: { label: 'Fix it', apply: () => replace(to) },
  };
}

/** What a click can do beside mending: take another text, or move this one to where it belongs. */
function shownOffer(fix: Finding['fix'], { replace, move }: FixHandlers): Pick<ShownFinding, 'fix'> {
  switch (fix?.kind) {
    case 'suggest':
      return { fix: { label: `Take ${fix.text}`, apply: () => replace(fix.text) } };
    case 'move':
      return { fix: { label: `Move to ${values[fix.to].name}`, apply: () => move(fix.to, fix.text) } };
    default:
      return {};
  }
}

/**
 * The findings about one value, ready for the list: what was expected and found, what to do, and the click that does it.
 * `text` null: a secret, which is not shown.
 */
export function shownFindings(findings: readonly Finding[], text: string | null, { replace, move }: FixHandlers): readonly ShownFinding[] {
  const repairable = findings.filter(({ fix }) => fix?.kind === 'replace');
  const fix = repairable[0]?.fix;
  const repairs = fix?.kind === 'replace' ? shownRepairs(repairable, fix.text, text, replace) : null;
  const others = findings
    .filter((finding) => finding.fix?.kind !== 'replace')
    .map((finding): ShownFinding => {
      const { fix: other } = finding;
      return {
        key: finding.code,
        tone: tones[finding.severity],
        title: finding.title,
        detail: (
          <>
            {expectation(finding)}
            <Remedy finding={finding} />
          </>
        ),
        ...shownOffer(other, { replace, move }),
      };
    });
  return repairs === null ? others : [repairs, ...others];
}

/** A text that may go into another field as it is; a token never goes into the open. */
export const isMovable = (to: ValueId): to is PlainValueId => !isSecret(to);
