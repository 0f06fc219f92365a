import type { Forecast } from '../../../shared/preflight/forecast';
import { Tag } from '../../components/tag';
import type { Tone } from '../../components/tone';
import { ToneIcon } from '../../components/tone-icon';
import styles from './live.module.css';

const tones: readonly (readonly [start: string, tone: Tone])[] = [
  ['passes', 'pass'],
  ['fails', 'fail'],
  ['unknown', 'warn'],
];

/** One line a step of JumpCloud's, with the fact it follows from. */
export function ForecastList({ forecast }: { readonly forecast: Forecast }) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Step of JumpCloud</th>
          <th scope="col">Outcome</th>
          <th scope="col">Known from</th>
        </tr>
      </thead>
      <tbody>
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
      </tbody>
    </table>
  );
}
