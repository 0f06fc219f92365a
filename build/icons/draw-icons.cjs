'use strict';
// Run by Electron: draws icon.svg in the sizes that are needed and writes them as PNG. Arguments after the marker: size=file …
const { app, BrowserWindow } = require('electron');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const wanted = process.argv.slice(process.argv.indexOf('--draw') + 1).map((pair) => pair.split('='));
const svg = `data:image/svg+xml;base64,${readFileSync(join(__dirname, 'icon.svg')).toString('base64')}`;

app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<canvas></canvas>');
  for (const [size, file] of wanted) {
    const drawn = await window.webContents.executeJavaScript(`(async () => {
      const image = new Image(${size}, ${size});
      image.src = ${JSON.stringify(svg)};
      await image.decode();
      const canvas = Object.assign(document.querySelector('canvas'), { width: ${size}, height: ${size} });
      canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
      return canvas.toDataURL('image/png');
    })()`);
    writeFileSync(file, Buffer.from(drawn.split(',')[1], 'base64'));
  }
  app.exit(0);
});
