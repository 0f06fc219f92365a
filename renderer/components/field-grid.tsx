import { Fragment, type ReactNode } from 'react';
import styles from './field-grid.module.css';

/** Names and what stands beside them, such as versions or the parts of a certificate. */
export function FieldGrid({ fields }: { readonly fields: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={styles['grid']}>
      {fields.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
