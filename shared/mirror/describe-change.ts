import type { PersonView } from '../vendor/organisation';
import type { PersonChange } from './replay-view';

/** What became of a person between two points, in a few words each: "role User → Admin", "joined team eng-web". */
export function describeChange({ before, after }: Pick<PersonChange, 'before' | 'after'>): readonly string[] {
  if (before === null) return after === null ? [] : [`created, ${describeView(after)}`];
  if (after === null) return ['deleted'];
  const words: string[] = [];
  if (before.active !== after.active) words.push(after.active ? 'activated' : 'deactivated');
  if (before.role !== after.role) words.push(`role ${before.role} → ${after.role}`);
  for (const team of after.teams) if (!before.teams.includes(team)) words.push(`joined team ${team}`);
  for (const team of before.teams) if (!after.teams.includes(team)) words.push(`left team ${team}`);
  if (before.concurrencyGroup !== after.concurrencyGroup)
    words.push(`concurrency group ${before.concurrencyGroup} → ${after.concurrencyGroup}`);
  if (before.subOrganization !== after.subOrganization)
    words.push(`sub-organisation ${before.subOrganization ?? 'root'} → ${after.subOrganization ?? 'root'}`);
  return words;
}

/** Where a person is, in one line. */
export function describeView(view: PersonView): string {
  const places = [`concurrency group ${view.concurrencyGroup}`];
  if (view.teams.length > 0) places.unshift(`${view.teams.length === 1 ? 'team' : 'teams'} ${view.teams.join(', ')}`);
  if (view.subOrganization !== null) places.push(`sub-organisation ${view.subOrganization}`);
  return `${view.active ? 'active' : 'inactive'} ${view.role}, ${places.join(', ')}`;
}
