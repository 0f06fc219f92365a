import type { Forecast } from '../../../shared/preflight/forecast';
import { PlainTable } from '../../components/plain-table';
import { Tag } from '../../components/tag';
import type { Tone } from '../../components/tone';
import { ToneIcon } from '../../components/tone-icon';

const tones: readonly (readonly [start: string, tone: Tone])[] = [
  ['passes', 'pass'],
  ['fails', 'fail'],
  ['unknown', 'warn'],
];

/** One line a step of JumpCloud's, with the fact it follows from. */
export function ForecastList({ forecast }: { readonly forecast: Forecast }) {
  return (
    <PlainTable heads={['Step of JumpCloud', 'Outcome', 'Known from']}>
      {forecast.map((line) => {
        const tone = tones.find(([start]) => line.outcome.startsWith(start))?.[1] ?? 'info';
        return (
          <tr key={line.step}>
            <td>
              <strong>{line.step}</strong>
            </td>
            <td>
              <Tag tone={tone} icon={<ToneIcon tone={tone} size={13} />}>
                {line.outcome.split(/[:,]/)[0]}
              </Tag>{' '}
              {line.outcome.replace(/^\w+[:,]?\s*/, '')}
            </td>
            <td>{line.fact}</td>
          </tr>
        );
      })}
    </PlainTable>
  );
}
