import { describe, expect, it } from 'vitest';
import { buildPlan, planJson } from '../../../../shared/plan/build-plan';
import type { PlanFormat } from '../../../../shared/plan/render-plan';
import { planFormats, renderPlan } from '../../../../shared/plan/render-plan';
import type { TextLayout } from '../../../../shared/plan/render-text';
import { displayWidth, visibleText, wrapText } from '../../../../shared/plan/visible-text';
import { planScenario, playScenario, type ScenarioText } from './play-scenario';

const hostile = '<img src=x onerror=alert(1)>|`*_[x](javascript:1) "q" \u202Eevil\u001b[31m 😀 شركة';

const scenario: ScenarioText = {
  organisation: {
    users: [{ userName: 'ann@x', role: 'Admin' }],
    rules: [{ type: 'matchAll', target: 'ConcurrencyGroup', autoApprove: true, priority: 1 }],
  },
  assumptions: { A2: 'user' },
  events: [
    { type: 'pushUser', userName: 'bob@x' },
    { type: 'pushGroup', displayName: hostile, members: ['ann@x', 'bob@x'] },
    { type: 'pushGroup', displayName: 'second', members: ['bob@x'] },
    { type: 'deleteGroup', displayName: 'none' },
  ],
};

const plan = planScenario(scenario);
const render = (format: PlanFormat, layout?: TextLayout): string =>
  renderPlan(plan, format, { organisation: 'Acme', ...(layout === undefined ? {} : { layout }) });

describe('a plan in four formats', () => {
  it.each(planFormats)('%s is the same for the same input and ends in one line break', (format) => {
    const text = render(format);
    expect(renderPlan(planScenario(scenario), format, { organisation: 'Acme' })).toBe(text);
    expect(text.endsWith('\n')).toBe(true);
    expect(text.endsWith('\n\n')).toBe(false);
  });

  it.each(['text', 'markdown', 'html'] as const)(
    '%s tells people, conflicts, refusals, assumptions and that nothing was written',
    (format) => {
      const text = render(format);
      for (const told of ['ann', 'bob', 'conflict', '404', 'A2', 'nothing was written', 'Nobody would be Admin', plan.provenance.outcome])
        expect(text).toContain(told);
    },
  );

  it.each(['text', 'markdown', 'html'] as const)('%s shows what steers a terminal or turns text round as what it is', (format) => {
    for (const line of render(format).split('\n')) expect(line).not.toMatch(/\p{Cc}|\u202e/u);
    expect(render(format)).toContain('202e');
  });

  it('text fits its columns, wide characters counted', () => {
    for (const columns of [40, 80]) {
      const lines = render('text', { columns, colour: false, maxRows: null }).split('\n');
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
    }
  });

  it('text has colour only where it is asked for', () => {
    expect(render('text', { columns: 80, colour: false, maxRows: 5 })).not.toContain('\u001b');
    expect(render('text', { columns: 80, colour: true, maxRows: 5 })).toContain('\u001b[1;31m');
  });

  it('text says how many rows it leaves out', () => {
    expect(render('text', { columns: 80, colour: false, maxRows: 1 })).toContain('… and 1 more');
  });

  it('html holds no mark-up from names, no script, and nothing to fetch', () => {
    const html = render('html');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<img|<script|<link|https?:|url\(|@import/i);
    expect(html).toContain("default-src 'none'");
  });

  it('html has what a screen reader needs: language, title, one h1, headers with a scope, regions with a name', () => {
    const html = render('html');
    expect(html).toMatch(/<html lang="en">/);
    expect(html).toMatch(/<title>What pushing would do to Acme<\/title>/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<th>/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('markdown escapes what would be mark-up and keeps each row on one line', () => {
    const markdown = render('markdown');
    expect(markdown).toContain('&lt;img src=x onerror=alert\\(1\\)&gt;\\|\\`\\*\\_\\[x\\]\\(javascript:1\\)');
    for (const line of markdown.split('\n').filter((text) => text.startsWith('| '))) expect(line.endsWith(' |')).toBe(true);
  });
});

describe('a plan written piece by piece', () => {
  it.each([false, true])('has the bytes of the whole one, everybody: %s', (all) => {
    const events = Array.from({ length: 2500 }, (_, at) => ({ type: 'pushUser' as const, userName: `p${at}@x` }));
    for (const given of [scenario, {}, { organisation: { users: [{ userName: 'a@x' }] }, events }]) {
      const planned = playScenario(given);
      expect([...planJson(planned, { all })].join('')).toBe(`${JSON.stringify(buildPlan(planned, { all }))}\n`);
    }
  });
});

describe('text from strangers', () => {
  it.each([
    ['a\u0000b', 'a\\u{0}b'],
    ['\u202Eabc', '\\u{202e}abc'],
    ['\ud800', '\\u{d800}'],
    ['👩‍💻 naïve שלום', '👩‍💻 naïve שלום'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it('is wrapped at spaces, and a word that is too long is cut', () => {
    expect(wrapText('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapText('x'.repeat(20), 8)).toEqual(['xxxxxxxx', 'xxxxxxxx', 'xxxx']);
    expect(wrapText('漢字漢字漢', 8)).toEqual(['漢字漢字', '漢']);
    expect(wrapText('', 8)).toEqual(['']);
  });
});
