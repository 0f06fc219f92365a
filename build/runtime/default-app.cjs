'use strict';
// What Electron's own default app does, for a runtime that came without one: `electron [-r FILE] FOLDER` opens the app in FOLDER.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const args = process.argv.slice(1);
const required = [];
let folder = null;
for (let at = 0; at < args.length; at += 1) {
  if (args[at] === '-r' || args[at] === '--require') {
    at += 1;
    required.push(args[at]);
  } else if (folder === null && !args[at].startsWith('-')) {
    folder = resolve(args[at]);
  }
}

if (folder === null) {
  process.stderr.write('electron: say which folder to open\n');
  process.exit(1);
}
process.defaultApp = true;
const { main = 'index.js', name, productName, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
if (version) app.setVersion(version);
if (productName || name) {
  app.setName(productName || name);
  app.setPath('userData', join(app.getPath('appData'), productName || name));
}
for (const file of required) require(resolve(file));
require(join(folder, main));
