import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choosePlacement, type Placement, placementSchema, smallest, usual } from '../../../../electron/shell/window-placement';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const at = (x: number, y: number, width = 1000, height = 700): Placement => ({ x, y, width, height, maximised: false });

describe('where the window opens', () => {
  test('the first time: the usual size, centred', () => {
    expect(choosePlacement(null, [screen])).toEqual({ size: usual, at: null, maximised: false });
  });

  test('where it was, on the screen where it was', () => {
    expect(choosePlacement(at(2000, 100), [screen, second])).toEqual({
      size: { width: 1000, height: 700 },
      at: { x: 2000, y: 100 },
      maximised: false,
    });
  });

  test('centred again, in the usual size, when its screen is gone', () => {
    expect(choosePlacement(at(2000, 100), [screen])).toEqual({ size: usual, at: null, maximised: false });
  });

  test.each([
    ['above the screen', at(100, -200)],
    ['below it', at(100, 1070)],
    ['too far left to take hold of', at(-900, 100)],
    ['too far right to take hold of', at(1850, 100)],
  ])('centred again when its title bar is %s', (_where, remembered) => {
    expect(choosePlacement(remembered, [screen]).at).toBeNull();
  });

  test('no larger than its screen', () => {
    expect(choosePlacement(at(0, 0, 4000, 3000), [screen]).size).toEqual({ width: 1920, height: 1080 });
  });

  test('maximised again, and with the size to go back to', () => {
    expect(choosePlacement({ ...at(10, 10), maximised: true }, [screen])).toEqual({
      size: { width: 1000, height: 700 },
      at: { x: 10, y: 10 },
      maximised: true,
    });
  });

  test('always with a title bar that can be taken hold of, whatever was remembered', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(fc.record({ x: number, y: number, width: size, height: size, maximised: fc.boolean() }), (remembered) => {
        const placed = choosePlacement(remembered, [screen, second]);
        expect(placed.size.width).toBeGreaterThanOrEqual(smallest.width);
        expect(placed.size.width).toBeLessThanOrEqual(screen.width);
        if (placed.at === null) return;
        const { x, y } = placed.at;
        const touched = [screen, second].filter(
          (area) => x < area.x + area.width && x + placed.size.width > area.x && y >= area.y && y < area.y + area.height,
        );
        expect(touched.length).toBeGreaterThan(0);
      }),
    );
  });
});

test.each([
  [{ x: 1, y: 2, width: 3, height: 4, maximised: false }, true],
  [{ x: 1.5, y: 2, width: 3, height: 4, maximised: false }, false],
  [{ x: 1, y: 2, width: 0, height: 4, maximised: false }, false],
  [{ x: 1, y: 2, width: 3, height: 4 }, false],
  ['broken', false],
])('%j as a remembered placement: %s', (value, isOne) => {
  expect(placementSchema.safeParse(value).success).toBe(isOne);
});
