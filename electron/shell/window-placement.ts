import { z } from 'zod';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Area extends Size {
  readonly x: number;
  readonly y: number;
}

/** Where the window was when it was closed, in device-independent pixels; `maximised` keeps the size to return to. */
export const placementSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximised: z.boolean(),
});
export type Placement = Readonly<z.infer<typeof placementSchema>>;

export const smallest = { width: 900, height: 600 } as const;
export const usual = { width: 1280, height: 800 } as const;

/** As much of the title bar as one needs to take hold of the window. */
const grip = { width: 120, height: 30 } as const;

/**
 * Where to open: where it was, if enough of its title bar is on a screen that is still there; else the usual size on the first screen,
 * no larger than the screen. No x and y means centred.
 */
export function choosePlacement(
  remembered: Placement | null,
  screens: readonly Area[],
): {
  readonly size: Size;
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly maximised: boolean;
} {
  const maximised = remembered?.maximised ?? false;
  if (remembered !== null) {
    for (const screen of screens) {
      const size = sizeWithin(remembered, screen);
      if (canBeGripped({ ...remembered, ...size }, screen)) return { size, at: { x: remembered.x, y: remembered.y }, maximised };
    }
  }
  return { size: sizeWithin(usual, screens[0] ?? { x: 0, y: 0, ...usual }), at: null, maximised };
}

const sizeWithin = (wished: Size, room: Size): Size => ({
  width: clamp(wished.width, smallest.width, room.width),
  height: clamp(wished.height, smallest.height, room.height),
});

function canBeGripped(window: Area, screen: Area): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  return across >= grip.width && window.y >= screen.y && window.y + grip.height <= screen.y + screen.height;
}

const clamp = (wished: number, least: number, most: number): number => Math.max(least, Math.min(wished, most));
