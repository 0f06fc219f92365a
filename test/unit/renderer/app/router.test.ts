import { describe, expect, it } from 'vitest';
import { parseRoute, routeHash } from '../../../../renderer/app/router';

describe('the address of a screen', () => {
  it.each([
    ['', { screen: 'overview', detail: [] }],
    ['#', { screen: 'overview', detail: [] }],
    ['#/', { screen: 'overview', detail: [] }],
    ['#/guide', { screen: 'guide', detail: [] }],
    ['#/guide/step-3', { screen: 'guide', detail: ['step-3'] }],
    ['#/preview/people/ann%40acme.example', { screen: 'preview', detail: ['people', 'ann@acme.example'] }],
  ])('%j is read as %j', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('reads back what it wrote, slashes and percent signs included', () => {
    expect(parseRoute(routeHash('preview', 'a/b', '100 %'))).toEqual({ screen: 'preview', detail: ['a/b', '100 %'] });
  });

  it('falls back to the overview when the hash cannot be decoded', () => {
    expect(parseRoute('#/guide/%E0%A4%A')).toEqual({ screen: 'overview', detail: [] });
  });
});
