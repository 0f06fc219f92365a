/** How a thing should feel at a glance. Colour is never the only sign: every use adds a word or an icon. */
export type Tone = 'neutral' | 'info' | 'pass' | 'warn' | 'fail';
