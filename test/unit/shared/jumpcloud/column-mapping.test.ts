import { describe, expect, it } from 'vitest';
import { parseMappedCsv, previewCsv } from '../../../../shared/jumpcloud/column-mapping';

const preview = (text: string) => {
  const result = previewCsv(text);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('the columns of a CSV as people have it', () => {
  it('are guessed from names met in exports', () => {
    const text = 'User State;First Name;Last Name;Username;Company Email;User Groups\nACTIVATED;Ann;Lee;ann;ann@acme.example;eng|qa\n';
    const { suggestion, isOurs, header } = preview(text);
    expect(isOurs).toBe(false);
    expect(header).toHaveLength(6);
    expect(suggestion).toEqual({ columns: { email: 4, firstname: 1, lastname: 2, active: 0, groups: 5 }, groupSeparator: '|' });
    expect(parseMappedCsv(text, suggestion).people).toEqual([
      { email: 'ann@acme.example', firstname: 'Ann', lastname: 'Lee', active: true, groups: ['eng', 'qa'], line: 2 },
    ]);
  });

  it('are asked about when nothing but the content tells the e-mail', () => {
    expect(preview('who,adresse\nAnn,ann@acme.example\nBob,bob@acme.example\n').suggestion.columns).toEqual({ email: 1 });
  });

  it('are guessed in other languages too', () => {
    const german = preview('E-Mail,Vorname,Nachname,Aktiv,Gruppen\nann@acme.example,Ann,Lee,WAHR,eng\n').suggestion.columns;
    expect(german).toEqual({ email: 0, firstname: 1, lastname: 2, active: 3, groups: 4 });
    const french = preview('Prénom,Nom,Email,Actif,Rôle,Groupes\nAnn,Lee,ann@acme.example,VRAI,,eng\n').suggestion.columns;
    expect(french).toEqual({ firstname: 0, lastname: 1, email: 2, active: 3, role: 4, groups: 5 });
  });

  it('are ours when all names are', () => {
    expect(preview('groups,EMAIL,lastname\n').isOurs).toBe(true);
  });

  it('may be mapped by hand, and a name then means what the admin says', () => {
    const roster = parseMappedCsv('a,b\nann@acme.example,"x, y"\n', { columns: { email: 0, groups: 1 }, groupSeparator: ',' });
    expect(roster.people[0]?.groups).toEqual(['x', 'y']);
  });

  it('need one for the e-mail', () => {
    expect(parseMappedCsv('a,b\n1,2\n', { columns: { groups: 1 }, groupSeparator: ';' }).problems[0]?.code).toBe('no-email-column');
  });
});
