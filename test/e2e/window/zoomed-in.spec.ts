import { expect, test } from '../app/fixtures';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';

/** 1280 pixels at 200 % (WCAG 2.2, 1.4.4: text can be doubled without loss of content or function). */
const halved = { width: 640, height: 400 };

test('doubled in size, nothing of overview, guide, ledger and settings is cut off, and every step can be reached', async ({
  app: { window },
}) => {
  await openDemo(window);
  await window.setViewportSize(halved);
  for (const address of ['overview', 'guide/10', 'ledger/acs-url', 'settings']) {
    await openScreen(window, address);
    const tooWide = await window.evaluate(
      () =>
        [...document.querySelectorAll('main, main *')].filter((part) => {
          const { overflowX } = getComputedStyle(part);
          return part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1 && (part.matches('main') || overflowX === 'auto');
        }).length,
    );
    expect.soft(tooWide, address).toBe(0);
  }
  await openScreen(window, 'guide/10');
  await window.getByRole('combobox', { name: 'Go to step' }).selectOption({ value: 'G3' });
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Start pushing');
  await window.getByRole('link', { name: 'Values ledger' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Values ledger');
});
