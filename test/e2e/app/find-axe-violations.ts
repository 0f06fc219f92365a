import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds against WCAG 2.2 A and AA and its own best practices: one line each, with where it is. Empty is clean. */
export async function findAxeViolations(window: Page, within?: string): Promise<string[]> {
  // Legacy mode: the other one opens a second page, which Electron cannot do for Playwright.
  const builder = new AxeBuilder({ page: window }).setLegacyMode(true);
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')} (${node.html.slice(0, 200)})`),
  );
}
