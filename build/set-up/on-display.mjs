/** Without -noreset the X server starts anew whenever its last client leaves, and turns away whoever comes in that moment. */
export const virtualScreen = ['-screen', '0', '1600x1200x24', '-noreset'];

/**
 * The command that runs a program with a screen to draw on: its own where there is one, else a virtual one (Linux only).
 * @param {readonly string[]} command
 * @param {boolean} virtual
 * @returns {[string, ...string[]]}
 */
export function onDisplay(command, virtual) {
  const [program = '', ...args] = command;
  return virtual ? ['xvfb-run', '-a', '-s', virtualScreen.join(' '), program, ...args] : [program, ...args];
}

/** @param {Readonly<Record<string, string | undefined>>} env */
export const needsVirtualDisplay = (env, platform = process.platform) =>
  platform === 'linux' && (env['DISPLAY'] ?? '') === '' && (env['WAYLAND_DISPLAY'] ?? '') === '';
