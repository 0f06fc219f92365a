import { describe, expect, it } from 'vitest';
import { readPastedEmails, readPastedEntities, readPastedUsers } from '../../../../shared/preview/paste-rows';

describe('rows pasted into the vendor side', () => {
  it('reads places by name, or by kind and name as a spreadsheet copies them', () => {
    expect(readPastedEntities('eng-backend\nQA, Web\n', 'Team')).toEqual({
      rows: [{ type: 'Team', name: 'eng-backend' }],
      problems: [{ line: 2, message: 'Expected team, concurrency group or sub-organisation, found "QA".' }],
    });
    expect(readPastedEntities('type\tname\nTeam\teng\nconcurrency group\tQA Pool\nSub-organisation\tEU\nteam\tENG', 'Team')).toEqual({
      rows: [
        { type: 'Team', name: 'eng' },
        { type: 'ConcurrencyGroup', name: 'QA Pool' },
        { type: 'SubOrganization', name: 'EU' },
      ],
      problems: [{ line: 5, message: '"ENG" is there twice; the first one counts.' }],
    });
  });

  it('reads addresses however they are divided, each once', () => {
    expect(readPastedEmails('Email\na@x.example; B@x.example\nb@x.example,oops')).toEqual({
      rows: ['a@x.example', 'B@x.example'],
      problems: [{ line: 3, message: 'Expected an e-mail address, found "oops".' }],
    });
  });

  it('reads people with what they have, and says which rows it cannot take', () => {
    const text = [
      'Email,First name,role,Teams,Sub-organisation,Shoe size',
      'ann@x.example,Ann,admin,eng;qa,EU,38',
      'bob@x.example,Bob,,,,41',
      'eva@x.example,Eva,Owner,,,40',
      'ANN@x.example,Ann,,,,39',
    ].join('\r\n');
    expect(readPastedUsers(text)).toEqual({
      rows: [
        { userName: 'ann@x.example', givenName: 'Ann', active: true, role: 'Admin', teams: ['eng', 'qa'], subOrganization: 'EU' },
        { userName: 'bob@x.example', givenName: 'Bob', active: true, teams: [] },
      ],
      problems: [
        { line: 1, message: 'The column "Shoe size" is not read.' },
        { line: 4, message: 'Expected Admin, User or Guest in “role”, found "Owner".' },
        { line: 5, message: '"ANN@x.example" is there twice; the first row counts.' },
      ],
    });
  });

  it('needs to know where the addresses are', () => {
    expect(readPastedUsers('name,role\nAnn,User').problems).toEqual([
      { line: 1, message: 'Expected a column “email” or “userName” in the header, found "name, role".' },
    ]);
  });
});
