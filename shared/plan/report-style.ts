/** Contrast is 4.5:1 or better in both schemes; colour never says anything that words do not. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #1a1d21; --soft: #545b64; --paper: #ffffff; --line: #d5dae0; --band: #f4f6f8; --danger: #b3261e; --caution: #8a5300; --link: #0b57d0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #a9b1ba; --paper: #16181b; --line: #3a4047; --band: #202328; --danger: #ff8a80; --caution: #ffc25c; --link: #8ab4f8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem 4rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; padding-left: .6rem; border-left: .25rem solid var(--line); }
section.stop h2, section.danger h2 { border-color: var(--danger); }
section.caution h2 { border-color: var(--caution); }
.lead { font-size: 1.1rem; margin: 0 0 1rem; }
.count { color: var(--soft); font-weight: normal; }
.stop[role] { border: 2px solid var(--danger); border-radius: .5rem; padding: .75rem 1rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .75rem; margin: 1.5rem 0; }
.figure { display: flex; flex-direction: column-reverse; justify-content: flex-end; border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .9rem; }
.figure dt { color: var(--soft); font-size: .9rem; }
.figure dd { margin: 0; font-size: 1.6rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.figure.danger dd { color: var(--danger); }
.figure.caution dd { color: var(--caution); }
nav ol { columns: 18rem; column-gap: 3rem; padding-left: 1.75rem; }
nav li { break-inside: avoid; }
a { color: var(--link); }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); max-width: 34rem; overflow-wrap: break-word; }
thead th { background: var(--band); }
tbody th { font-weight: 600; }
td ul, th ul { margin: 0; padding-left: 1rem; }
@media print { body { max-width: none; padding: 0; color: #000; background: #fff; font-size: 10pt; } nav, .skip { display: none; } .scroll { overflow: visible; } tr { break-inside: avoid; } thead { display: table-header-group; } }
`;
