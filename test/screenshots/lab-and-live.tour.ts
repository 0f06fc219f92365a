import { join } from 'node:path';
import { createLocalIdp } from '../../electron/node/saml/rehearse-login';
import { test } from '../e2e/app/fixtures';
import { projectFolder } from '../e2e/app/launch';
import { openDemo } from '../e2e/app/open-demo';
import { openScreen } from '../e2e/app/open-screen';
import { setContentSize } from '../e2e/app/set-content-size';
import { fakeToken, startFakeVendor } from '../fakes/fake-vendor';
import { IDP_SAMPLES } from '../fixtures/saml/idp-samples';

/** The SAML lab and the live side with something in them. */
for (const [scheme, size] of [
  ['light', { width: 1280, height: 800 }],
  ['dark', { width: 1024, height: 700 }],
] as const) {
  test(`lab and live, ${scheme} at ${size.width} × ${size.height}`, async ({ start, provoked }) => {
    provoked.push(/./);
    const app = await start({ colorScheme: scheme });
    const { window } = app;
    const vendor = await startFakeVendor({
      users: Array.from({ length: 43 }, (_, at) => ({
        id: String(at + 1),
        userName: `p${at}@acme.example`,
        active: true,
        role: at === 0 ? 'Admin' : 'User',
      })),
    });
    await setContentSize(app, size);
    const shoot = (name: string) =>
      window.screenshot({
        path: join(projectFolder, 'test-results', 'screenshots', `lab-${name}-${scheme}-${size.width}.png`),
      });
    try {
      await openDemo(window);
      await openScreen(window, 'saml');
      const idp = await createLocalIdp(Date.now());
      await window.getByLabel('Or paste the XML').fill(IDP_SAMPLES[0]?.xml(idp.current.certificate.base64) ?? '');
      await window.getByRole('button', { name: 'Read the pasted XML' }).click();
      await window.getByRole('button', { name: 'Use this metadata' }).waitFor();
      await shoot('01-offer');
      await window.getByRole('button', { name: 'Use this metadata' }).click();
      await openScreen(window, 'saml/sp');
      await shoot('02-sp');
      await openScreen(window, 'saml/checks');
      await shoot('03-checks');
      await openScreen(window, 'saml/rehearsal');
      await window.getByLabel('Person who signs in').fill('acme');
      await window.getByRole('option').first().click();
      await window.getByRole('button', { name: 'Rehearse the login' }).click();
      await window.locator('[data-verdict]').waitFor();
      await shoot('04-rehearsal');
      await window.getByRole('button', { name: 'Try every fault' }).click();
      await window.locator('[data-defect]').first().scrollIntoViewIfNeeded();
      await shoot('05-faults');
      await openScreen(window, 'saml/capture');
      await shoot('06-capture');
      await openScreen(window, 'saml/dates');
      await window.getByRole('button', { name: 'Rehearse it' }).click();
      await window.locator('[data-moment]').first().waitFor();
      await shoot('07-dates');
      await openScreen(window, 'live');
      await window.getByLabel('SCIM base URL').fill(vendor.baseUrl);
      await window.getByRole('textbox', { name: 'New token' }).fill(fakeToken);
      await window.getByRole('button', { name: 'Check and exchange' }).click();
      await window.getByText('Exchanged', { exact: true }).waitFor();
      await window.getByRole('button', { name: 'Run the preflight' }).click();
      await window.locator('[data-verdict]').waitFor();
      await shoot('08-preflight');
      await openScreen(window, 'live/tenant');
      await window.getByLabel('SCIM base URL').fill(vendor.baseUrl);
      await window.getByRole('button', { name: /^Pull/ }).click();
      await window.getByText('active Admins').waitFor();
      await shoot('09-tenant');
      await openScreen(window, 'live/people');
      await shoot('10-people');
      await openScreen(window, 'live/go-live');
      await window.locator('[data-item]').first().waitFor();
      await shoot('11-go-live');
      await openScreen(window, 'live/network');
      await shoot('12-network');
    } finally {
      await vendor.close();
    }
  });
}
