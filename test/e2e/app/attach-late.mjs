#!/usr/bin/env node
// Starts a program that Playwright cannot hold at its start, and tells Playwright where to attach only when the page is there.
//
// Playwright holds Electron's start by a module of its own until it is attached. A packaged app and one that a script starts take no
// such module. There Playwright may attach while the first page is being committed: it then knows the empty page before, never hears
// of ours, and waits for ever.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const program = process.env['SCIM_PREFLIGHT_PROGRAM'] ?? '';
const child = spawn(program, process.argv.slice(2), { stdio: ['inherit', 'inherit', 'pipe'] });
child.on('error', (error) => {
  process.stderr.write(`${program}: ${error.message}\n`);
  process.exit(1);
});
child.on('close', (code) => process.exit(code ?? 1));

createInterface({ input: child.stderr }).on('line', (line) => {
  const port = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1];
  const ready = port === undefined ? Promise.resolve() : pageThere(port);
  void ready.then(() => process.stderr.write(`${line}\n`));
});

/** Resolves when Chromium lists a page with the title that our document brings. @param {string} port */
async function pageThere(port) {
  const listed = await fetch(`http://127.0.0.1:${port}/json/list`).then((answer) => answer.json());
  if (listed.some(({ type, title }) => type === 'page' && title.includes('SCIM Preflight'))) return;
  await new Promise((resolve) => setTimeout(resolve, 20));
  await pageThere(port);
}
