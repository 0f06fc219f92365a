'use strict';
// What Electron's own default app does, for a runtime that came without one: `electron [-r FILE] FOLDER` opens the app in FOLDER (or runs a file).
const { app } = require('electron');
const { readFileSync, statSync } = require('node:fs');
const { join, resolve } = require('node:path');

const args = process.argv.slice(1);
const required = [];
let opened = null;
for (let at = 0; at < args.length; at += 1) {
  if (args[at] === '-r' || args[at] === '--require') {
    at += 1;
    required.push(args[at]);
  } else if (opened === null && !args[at].startsWith('-')) {
    opened = resolve(args[at]);
  }
}

if (opened === null) {
  process.stderr.write('electron: say which folder or file to open\n');
  process.exit(1);
}
process.defaultApp = true;
const main = statSync(opened).isDirectory() ? introduce(opened) : opened;
for (const file of required) require(resolve(file));
require(main);

/** Tells Electron who the app in a folder is, and answers its main file. */
function introduce(folder) {
  const { main: file = 'index.js', name, productName, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  if (version) app.setVersion(version);
  if (productName || name) {
    app.setName(productName || name);
    app.setPath('userData', join(app.getPath('appData'), productName || name));
  }
  return join(folder, file);
}
