import { describe, expect, it } from 'vitest';
import { explainJsonFault } from '../../../shared/json-fault';

const explained = (text: string): string => {
  try {
    JSON.parse(text);
  } catch (cause) {
    return explainJsonFault(text, cause);
  }
  throw new Error('it is JSON');
};

describe('a text that is no JSON', () => {
  it.each([
    ['a comma too many in a list', '{\n  "a": [\n    1,\n  ]\n}', 'line 4, column 3'],
    ['a comma too many in an object', '{\n  "a": 1,\n}', 'line 3, column 1'],
    ['a comma missing', '{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3'],
    ['a name without quotes', '{\n  a: 1\n}', 'line 2, column 3'],
    ['single quotes', "{ 'a': 1 }", 'line 1, column 3'],
    ['curly quotes', '{ “a”: 1 }', 'line 1, column 3'],
    ['a comment', '{\n  // events\n  "a": 1\n}', 'line 2, column 3'],
    ['a word that is none', '{ "a": True }', 'line 1, column 8'],
    ['an end that was cut off', '{\n  "a": [1, 2', 'line 2, column 13'],
    ['more behind it', '{}\n{}', 'line 2, column 1'],
  ])('with %s says where', (_, text, place) => {
    expect(explained(text)).toContain(place);
  });

  it('quotes nothing of a text, which may hold people', () => {
    expect(explained('[{"email": "ann@acme.example"},]')).not.toContain('acme');
  });
});
