import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { externalHosts } from '../../../../shared/external-hosts';
import { linkUrl } from '../../../../shared/guide/console';
import type { Step } from '../../../../shared/guide/step';
import { isGroupStep, type StepId, stepBeside, stepIds } from '../../../../shared/guide/step-id';
import { steps } from '../../../../shared/guide/steps';
import { originStep } from '../../../../shared/guide/value';
import { valueIds } from '../../../../shared/guide/value-id';
import { values } from '../../../../shared/guide/values';
import { parseWords, plainWords } from '../../../../shared/guide/words';
import { jumpcloudFacts } from '../../../../shared/jumpcloud/facts';
import { regionIds } from '../../../../shared/jumpcloud/regions';
import { assumptionIds } from '../../../../shared/vendor/assumptions';

const seed = readFileSync(resolve(import.meta.dirname, '../../../../../shared/seed/jumpcloud-scim.md'), 'utf8');
const all = stepIds.map((id) => steps[id]);
const texts = (step: Step): readonly string[] => [
  step.title,
  step.summary,
  step.why,
  step.doneWhen,
  ...step.instructions.map(({ text }) => text),
  ...step.pitfalls.flatMap(({ trouble, fix }) => [trouble, fix]),
  ...step.checks.flatMap((check) => (check.kind === 'seen' ? [check.text] : [])),
];

describe('the order of the guide', () => {
  it('has the seed’s steps 1 to 14 under their numbers, and its four group steps between 13 and 14', () => {
    const inSeed = [...seed.matchAll(/^- \*\*Step (\d+):/gm)].map(([, number]) => number);
    expect(stepIds.filter((id) => !isGroupStep(id))).toEqual(inSeed);
    const groupsInSeed = [...seed.matchAll(/^\*\*Step (\d+):/gm)].map(([, number]) => `G${number}`);
    expect(stepIds.slice(13, -1)).toEqual(groupsInSeed);
    expect(stepIds.at(-1)).toBe('14');
  });

  it('leads from each step to its neighbours', () => {
    expect([stepBeside('1', -1), stepBeside('13', 1), stepBeside('14', -1), stepBeside('14', 1)]).toEqual([null, 'G1', 'G4', null]);
  });
});

/** Labels that the seed sets in bold or names as fields, by step: each must be found in the step's own words. */
const seedLabels: Readonly<Record<StepId, readonly string[]>> = {
  '1': ['register'],
  '2': ['Settings', 'Organization Settings'],
  '3': ['Authentication & SSO', 'Setup SSO', 'Authentication and SSO', 'SCIM Base URL and Bearer Token'],
  '4': ['JumpCloud Admin Console', 'SSO Applications', 'Get Started'],
  '5': ['SCIM', 'Create Custom Integration', 'Next'],
  '6': ['Manage Single Sign-On (SSO)', 'Start'],
  '7': ['Display Label', 'Save Application', 'Configure Application'],
  '8': ['Authentication & SSO', 'Setup SSO', 'Connection Name', 'Add New Connection', 'Identity Provider'],
  '9': ['IdP Entity ID', 'SP Entity ID', 'ACS URL', 'Subject Name', 'Login URL'],
  '10': ['IdP Entity ID', 'SP Entity ID', 'ACS URL', 'Subject Name', 'Login URL', 'Add Attribute', 'Metadata URL'],
  '11': ['Metadata URL', 'SSO domain', 'Create Connection', 'Save'],
  '12': ['SSO connection', 'Bearer Token', 'SCIM Base URL'],
  '13': ['Identity Management', 'Base URL', 'Token Key', 'Save'],
  G1: ['JumpCloud Admin Console', 'User Groups'],
  G2: ['groups'],
  G3: ['Activate'],
  G4: ['Settings', 'Organization Settings', 'SCIM Group Provisioning'],
  '14': ['Test User Email', 'Test Connection', 'Activate'],
};

describe.each(all.map((step) => [step.id, step] as const))('step %s', (id, step) => {
  it('stands under its own number and says all that a step says', () => {
    expect(step.id).toBe(id);
    expect(step.instructions.length).toBeGreaterThan(0);
    expect(step.pitfalls.length).toBeGreaterThan(0);
    expect(step.checks.length).toBeGreaterThan(0);
    for (const text of texts(step)) expect(text.trim().length).toBeGreaterThan(3);
  });

  it.each(seedLabels[id])('tells what the seed tells: %s', (label) => {
    const told = step.instructions
      .filter(({ ours }) => ours !== true)
      .map(({ text }) => plainWords(text))
      .join(' ');
    expect(told.toLowerCase()).toContain(label.toLowerCase());
  });

  it('has marks that are closed', () => {
    for (const text of texts(step)) {
      for (const piece of parseWords(text)) if (piece.kind === 'text') expect(piece.text).not.toMatch(/\*\*|`/);
    }
  });

  it('leads only to hosts that a click may reach, in every region', () => {
    expect(step.links.length).toBeGreaterThan(0);
    for (const link of step.links) {
      for (const region of regionIds) {
        const url = new URL(linkUrl(link, region));
        expect([url.protocol, externalHosts.has(url.host)]).toEqual(['https:', true]);
      }
    }
  });

  it('names facts that exist', () => {
    const known = new Set<string>([...Object.keys(jumpcloudFacts), ...assumptionIds]);
    for (const { sources } of step.pitfalls) {
      for (const { id: source } of sources) if (/^[JIA]\d+$/.test(source)) expect(known).toContain(source);
    }
  });

  it('has checks and pitfalls with ids of their own', () => {
    const seen = step.checks.flatMap((check) => (check.kind === 'seen' ? [check.id] : [`${check.kind} ${check.value}`]));
    expect(new Set(seen).size).toBe(seen.length);
    const pitfalls = step.pitfalls.map((pitfall) => pitfall.id);
    expect(new Set(pitfalls).size).toBe(pitfalls.length);
  });
});

describe('values and steps agree', () => {
  it.each(valueIds)('%s is asked for at one step, and pasted and met again where its row says', (id) => {
    const { origin, pasteInto, again } = values[id];
    expect(all.filter((step) => step.valuesOut.includes(id)).map((step) => step.id)).toEqual([originStep(origin)]);
    expect(all.filter((step) => step.valuesAgain.includes(id)).map((step) => step.id)).toEqual(again.map(({ step }) => step));
    const pasted = all.filter((step) => step.checks.some((check) => check.kind === 'pasted' && check.value === id));
    expect(pasted.map((step) => step.id)).toEqual(pasteInto.map(({ step }) => step));
    const confirmed = all.filter((step) => step.checks.some((check) => check.kind === 'confirmed' && check.value === id));
    expect(confirmed.map((step) => step.id)).toEqual(again.map(({ step }) => step));
    const asked = steps[originStep(origin)].checks;
    expect(asked).toContainEqual({ kind: 'value', value: id });
  });

  it('asks for repeated values once: 3 and 12, 8 and 10, the metadata URL at 10 and 11', () => {
    const again = (id: StepId) => steps[id].valuesAgain;
    expect(again('12')).toEqual(['scim-base-url', 'bearer-token']);
    expect(again('10')).toContain('connection-name');
    expect(again('11')).toEqual(['metadata-url']);
  });

  it('pastes nothing before it was copied', () => {
    for (const id of valueIds) {
      const from = stepIds.indexOf(originStep(values[id].origin));
      for (const { step } of [...values[id].pasteInto, ...values[id].again]) expect(stepIds.indexOf(step)).toBeGreaterThanOrEqual(from);
    }
  });

  it('keeps the token, and only the token, secret', () => {
    expect(valueIds.filter((id) => values[id].secret)).toEqual(['bearer-token']);
  });
});

describe('the seed’s gaps are filled and marked as ours', () => {
  it.each([
    ['6', /Export users to this app \(Identity Management\)/],
    ['10', /email.*given_name.*family_name/],
    ['13', /Enable management of User Groups and Group Membership in this application/],
    ['14', /fresh plus-address/],
  ] as const)('step %s: %s', (id, words) => {
    const ours = steps[id].instructions.filter((instruction) => instruction.ours === true);
    expect(ours.map(({ text }) => plainWords(text)).join(' ')).toMatch(words);
  });

  it('gives both names of the provisioning tab', () => {
    const told = steps['13'].instructions.map(({ text }) => plainWords(text)).join(' ');
    expect(told).toContain('Identity Management');
    expect(told).toContain('Provisioning');
  });
});

describe('needs', () => {
  it('never go round in a circle, and only the group steps reach behind them', () => {
    const reach = (id: StepId, path: readonly StepId[]): void => {
      expect(path).not.toContain(id);
      for (const need of steps[id].needs) reach(need, [...path, id]);
    };
    for (const id of stepIds) reach(id, []);
    const late = stepIds.filter((id) => steps[id].needs.some((need) => stepIds.indexOf(need) > stepIds.indexOf(id)));
    expect(late).toEqual(['G3']);
  });
});
