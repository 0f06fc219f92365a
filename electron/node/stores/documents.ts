import type { z } from 'zod';
import type { AppError } from '../../../shared/app-error';
import type { Result } from '../../../shared/result';

/** One kind of document: a JSON file of its own in each workspace. */
export interface DocumentSpec<S extends z.ZodType = z.ZodType> {
  /** Kebab-case; also the file's name. */
  readonly name: string;
  /** An object with a `format` literal, so that a version we do not know is told from damage. */
  readonly schema: S;
  /** Older formats → the one that the schema reads; called with whatever JSON the file holds. */
  readonly migrate?: (json: unknown) => unknown;
}

/**
 * One workspace's large data. A damaged file is set aside, reported and answered as an error once; a file of an unknown version is an
 * error each time and is never overwritten. Neither is ever read as "nothing there".
 */
export interface WorkspaceDocuments {
  readonly read: <S extends z.ZodType>(spec: DocumentSpec<S>) => Promise<Result<z.output<S> | null, AppError>>;
  /** Whole or not at all; writes of one document happen one after the other. */
  readonly write: <S extends z.ZodType>(spec: DocumentSpec<S>, value: z.output<S>) => Promise<Result<null, AppError>>;
  readonly remove: (spec: DocumentSpec) => Promise<Result<null, AppError>>;
}

export interface Documents {
  readonly of: (workspaceId: string) => WorkspaceDocuments;
  /** Another text whenever the file is another one, whoever wrote it; null where there is none. For caches. */
  readonly stampOf: (workspaceId: string, spec: DocumentSpec) => Promise<string | null>;
  /** Called after a document was written or removed; answers the function that ends it. */
  readonly onChange: (listener: (workspaceId: string, name: string) => void) => () => void;
  /** Finishes what is being written. */
  readonly settle: () => Promise<void>;
}
