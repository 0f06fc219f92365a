import type { ReactNode } from 'react';
import styles from './page-header.module.css';

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** One or two sentences: what this page is for. */
  readonly lead?: ReactNode;
  /** Where the page stands, outermost first. */
  readonly crumbs?: readonly string[];
  readonly actions?: ReactNode;
}

/** The head of a screen: its only h1. */
export function PageHeader({ title, lead, crumbs, actions }: PageHeaderProps) {
  return (
    <header className={styles['header']}>
      <div className={styles['words']}>
        {crumbs === undefined ? null : (
          <ol className={styles['crumbs']} aria-label="Breadcrumb">
            {crumbs.map((crumb, index) => (
              <li key={crumb}>
                {index === 0 ? null : <span aria-hidden="true">› </span>}
                {crumb}
              </li>
            ))}
          </ol>
        )}
        <h1 className={styles['title']}>{title}</h1>
        {lead === undefined ? null : <p className={styles['lead']}>{lead}</p>}
      </div>
      {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}
