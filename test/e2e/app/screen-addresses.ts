import type { Page } from '@playwright/test';

/** The addresses of all screens, as the navigation lists them (`guide`, `preview`, …). */
export const screenAddresses = (window: Page): Promise<string[]> =>
  window
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => String(link.getAttribute('href')).replace('#/', '')));
