import { z } from 'zod';
import type { AppError } from '../app-error';
import type { Result } from '../result';
import { request } from './define';

/** A part takes a millisecond or two of each thread that it passes: a file sent whole would hold up the window for many frames. */
export const filePartBytes = 1_048_576;

/** A large file on its way from the window: its parts, one after the other, before the request that reads it. */
export const fileRequests = {
  'file:part': request<Result<null, AppError>>()(
    z.object({
      fileId: z.string().min(1).max(100),
      /** Where in the file the part begins; 0 begins the file. */
      offset: z.number().int().min(0).max(268_435_456),
      bytes: z
        .instanceof(Uint8Array)
        .refine((value) => value.byteLength <= filePartBytes, { message: `expected at most ${filePartBytes} bytes` }),
    }),
  ),
};
