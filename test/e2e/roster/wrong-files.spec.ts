import { createWorkspace } from '../app/create-workspace';
import { expect, test } from '../app/fixtures';
import { openScreen } from '../app/open-screen';
import { importRoster } from '../preview/import-roster';

const file = (name: string, content: string | readonly number[]) => ({
  name,
  mimeType: '',
  buffer: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content),
});

test('a wrong file is told for what it is beside the field, and nothing is changed', async ({ app: { window } }) => {
  await createWorkspace(window, 'Acme');
  for (const [wrong, said] of [
    [file('people.csv', '%PDF-1.7\n'), /a PDF document under another name/],
    [file('people.csv', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /an Excel workbook \(\.xls\)/],
    [file('people.csv', '<!DOCTYPE html><html><body>Sign in</body></html>'), /a web page under another name/],
    [file('people.csv', 'ann@acme.example,Ann,Lee\nbob@acme.example,Bob,Ray\n'), /a person in its place: ann@acme\.example/],
    [file('people.csv', Buffer.from('email,lastname\nann@acme.example,Müller\n', 'latin1').toJSON().data), /0xFC in line 2/],
  ] as const) {
    await importRoster(window, wrong);
    await expect(window.getByRole('alert')).toContainText(said);
    await expect(window.getByText('Drop the roster here')).toBeVisible();
  }
  await importRoster(window, file('people.csv', 'sep=;\r\nemail;firstname;lastname;active\r\nann@acme.example;Ann;Lee;FALSCH\r\n'));
  await expect(window.getByRole('grid')).toContainText('ann@acme.example');

  await openScreen(window, 'vendor/organisation');
  const choose = (content: string) => window.locator('main input[type="file"]').setInputFiles({ ...file('scenario.json', content) });
  const alert = window.locator('main').getByRole('alert');
  await choose('{"format":"scim-preflight/scenario@1",\n "events": [],\n}');
  await expect(alert).toContainText('line 3, column 1');
  await choose('{"format":"scim-preflight/scenario@1","organisation":{"rules":[{"type":"prefx","pattern":"a","target":"Team"}]}}');
  await expect(alert).toContainText('organisation.rules[0].type');
  await choose('{"format":"scim-preflight/scenario@1","organisation":{"name":"Acme"}}');
  await expect(window.getByRole('status').filter({ hasText: 'was taken over' })).toBeVisible();
  await expect(alert).toHaveCount(0);
});
