import { describe, expect, it } from 'vitest';
import { parseRosterCsv } from '../../../../shared/jumpcloud/roster-csv';

const header = 'email,firstname,lastname,active,role,groups';
const codes = (text: string): readonly string[] =>
  parseRosterCsv(text).problems.map((problem) => `${problem.line} ${problem.severity} ${problem.code}`);

describe('a roster CSV', () => {
  it('is read by column name in any order', () => {
    const roster = parseRosterCsv('groups,lastname,EMAIL,role,active,firstname\n"eng;qa",Lee,ann@acme.example,admin,TRUE,Ann\n');
    expect(roster.people).toEqual([
      { email: 'ann@acme.example', firstname: 'Ann', lastname: 'Lee', active: true, role: 'Admin', groups: ['eng', 'qa'], line: 2 },
    ]);
    expect(roster.problems).toEqual([]);
  });

  it('may start with a byte order mark, end lines with CRLF and quote fields', () => {
    const roster = parseRosterCsv(`\uFEFF${header}\r\nann@acme.example,"Ann ""A""","Lee, MSc",true,,"a,b; c ;;a,b"\r\n`);
    expect(roster.people[0]).toMatchObject({ firstname: 'Ann "A"', lastname: 'Lee, MSc', groups: ['a,b', 'c'] });
  });

  it.each([
    ['semicolons', 'email;firstname;lastname;groups\nann@acme.example;Ann;Lee;"a;b"\n'],
    ['tabs', 'email\tfirstname\tlastname\tgroups\nann@acme.example\tAnn\tLee\ta;b\n'],
    ['commas', 'email,firstname,lastname,groups\nann@acme.example,Ann,Lee,a;b\n'],
  ])('may be separated by %s', (_name, text) => {
    expect(parseRosterCsv(text).people[0]?.groups).toEqual(['a', 'b']);
  });

  it('counts lines as an editor does: quoted line breaks, empty lines and mixed line ends included', () => {
    const text = `${header}\r\nann@acme.example,"A\nn\r\nn",Lee,true,,\r\n\r\nbob@acme.example,Bob,Ray,maybe,,\n`;
    const roster = parseRosterCsv(text);
    expect(roster.people.map((person) => person.line)).toEqual([2]);
    expect(codes(text)).toEqual(['6 error bad-active']);
  });

  it.each([
    ['an address that is none', 'ann at acme,Ann,Lee,true,,', '2 error bad-email'],
    ['an address with a display name', '"Ann <ann@acme.example>",Ann,Lee,true,,', '2 error bad-email'],
    ['no address', ',Ann,Lee,true,,', '2 error no-email'],
    ['too few fields', 'ann@acme.example,Ann', '2 error wrong-field-count'],
    ['too many fields', 'ann@acme.example,Ann,Lee,true,,a,b', '2 error wrong-field-count'],
    ['an unknown role', 'ann@acme.example,Ann,Lee,true,Owner,', '2 error bad-role'],
    ['an unknown state', 'ann@acme.example,Ann,Lee,__proto__,,', '2 error bad-active'],
    ['a quote closed in the middle', 'ann@acme.example,"An"n,Lee,true,,', '2 error broken-quotes'],
  ])('reports %s and reads the others', (_name, row, problem) => {
    const text = `${header}\n${row}\nbob@acme.example,Bob,Ray,true,,\n`;
    expect(codes(text)).toEqual([problem]);
    expect(parseRosterCsv(text).people.map((person) => [person.email, person.line])).toEqual([['bob@acme.example', 3]]);
  });

  it('loses one line to a quote that never closes, not the rest of the file', () => {
    const text = `${header}\nann@acme.example,"Ann,Lee,true,,\nbob@acme.example,Bob,Ray,true,,"a;b"\ncid@acme.example,Cid,Ray,true,,\n`;
    expect(codes(text)).toEqual(['2 error broken-quotes']);
    expect(parseRosterCsv(text).people.map((person) => [person.email, person.line])).toEqual([
      ['bob@acme.example', 3],
      ['cid@acme.example', 4],
    ]);
  });

  it('reports the same e-mail in another case with both lines', () => {
    const text = `${header}\nann@acme.example,Ann,Lee,true,,\nANN@acme.example,Ann,Lee,false,,\n`;
    expect(codes(text)).toEqual(['3 error duplicate-email']);
    expect(parseRosterCsv(text).problems[0]?.message).toContain('line 2');
    expect(parseRosterCsv(text).people).toHaveLength(1);
  });

  it('keeps a person without a last name but warns (J18)', () => {
    const roster = parseRosterCsv(`${header}\nann@acme.example,Ann,,true,,\n`);
    expect(roster.people).toHaveLength(1);
    expect(roster.problems[0]).toMatchObject({ line: 2, severity: 'warning', code: 'missing-name' });
  });

  it('says nothing about names where the file has no name columns', () => {
    const roster = parseRosterCsv('email,groups\nann@acme.example,a\n');
    expect(roster.hasNames).toBe(false);
    expect(roster.problems).toEqual([]);
  });

  it('says that there is nobody under the header', () => {
    expect(codes(`${header}\n`)).toEqual(['1 warning no-people']);
    expect(codes(`${header}\n\n  \n`)).toEqual(['1 warning no-people']);
  });

  it('warns of unknown columns', () => {
    expect(codes('email,favourite colour\nann@acme.example,red\n')).toEqual(['1 warning unknown-column']);
  });

  it.each([
    ['nothing', '', ['1 error empty-file']],
    ['no e-mail column', 'mail,groups\nann@acme.example,a\n', ['1 warning unknown-column', '1 error no-email-column']],
    ['a column twice', 'email,Email\na@b.c,d@e.f\n', ['1 error duplicate-column']],
  ])('with %s is refused', (_name, text, expected) => {
    expect(codes(text)).toEqual(expected);
    expect(parseRosterCsv(text).people).toEqual([]);
  });

  it('knows STAGED and SUSPENDED (J13)', () => {
    const roster = parseRosterCsv('email,active\na@x.example,STAGED\nb@x.example,suspended\n');
    expect(roster.people.map(({ active, staged }) => [active, staged === true])).toEqual([
      [false, true],
      [false, false],
    ]);
  });

  it.each([';', ',', '\t'])('may begin with the line by which Excel is told the delimiter %j, and keeps its line numbers', (delimiter) => {
    const rows = [
      ['email', 'firstname', 'lastname'],
      ['ann@acme.example', 'Ann', 'Lee'],
      ['bob', 'Bob', 'Ray'],
    ];
    const roster = parseRosterCsv(`\uFEFFsep=${delimiter}\r\n${rows.map((row) => row.join(delimiter)).join('\r\n')}\r\n`);
    expect(roster.people).toMatchObject([{ email: 'ann@acme.example', firstname: 'Ann', line: 3 }]);
    expect(roster.problems).toMatchObject([{ code: 'bad-email', line: 4 }]);
  });

  it.each([
    ['WAHR', true],
    ['FALSCH', false],
    ['VRAI', true],
    ['FAUX', false],
    ['VERDADERO', true],
    ['FALSO', false],
    ['nein', false],
  ])('reads %s, as Excel writes it in its own language', (word, active) => {
    expect(parseRosterCsv(`email,active\nann@acme.example,${word}\n`).people[0]?.active).toBe(active);
  });

  it('warns of a group whose name has a character that cannot be seen', () => {
    expect(codes('email,groups\nann@acme.example,"eng;e\u200bng"\nbob@acme.example,"eng\u00a0;qa web"\n')).toEqual([
      '2 warning hidden-character',
    ]);
  });
});
