import type { ReactNode } from 'react';
import { BrandMark } from './brand';
import styles from './side-head.module.css';

/** The product's name, and below it what the window is working on. */
export function SideHead({ children }: { readonly children?: ReactNode }) {
  return (
    <div className={styles['head']}>
      <div className={styles['brand']}>
        <BrandMark />
        <span className={styles['name']}>SCIM Preflight</span>
      </div>
      {children}
    </div>
  );
}
