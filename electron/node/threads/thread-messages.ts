import type { StoreTrouble } from '../stores/store-report';

/** A question to a thread, as it travels. */
export interface ToThread<Question extends string> {
  readonly kind: 'ask';
  readonly id: number;
  readonly question: Question;
  readonly input: unknown;
}

/** What a thread says. */
export type FromThread<Progress> =
  | { readonly kind: 'answer'; readonly id: number; readonly output: unknown }
  /** A fault of ours, not an expected failure. */
  | { readonly kind: 'fault'; readonly id: number; readonly message: string }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'trouble'; readonly trouble: StoreTrouble };

export interface ThreadStart {
  /** Folder with one folder a workspace. */
  readonly workspacesFolder: string;
}
