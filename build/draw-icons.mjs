import { createRequire } from 'node:module';
import { endWith } from './end-with.mjs';
import { root } from './root.mjs';
import { runInFront } from './run-in-front.mjs';
import { onDisplay } from './set-up/on-display.mjs';
import { setUp } from './set-up/set-up.mjs';

/** Draws the committed PNGs anew from icon.svg: the window's own, and the large one from which electron-builder makes each system's. */
const drawn = { 256: 'renderer/public/icon.png', 1024: 'build/icons/icon.png' };

await endWith(async () => {
  const { env, electronArgs, virtualDisplay } = await setUp({ root, say: console.log, keyring: false });
  Object.assign(process.env, env);
  const electron = createRequire(import.meta.url)('electron');
  const files = Object.entries(drawn).map(([size, file]) => `${size}=${root}${file}`);
  return runInFront(
    onDisplay([electron, ...electronArgs, `${root}build/icons/draw-icons.cjs`, '--draw', ...files], virtualDisplay),
    process.env,
    root,
  );
});
