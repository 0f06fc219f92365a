import type { Rule } from './rule';
import { tokenLife } from './token-life-rules';
import { tokenPaste } from './token-paste-rules';
import { tokenShape } from './token-shape-rules';

/** The SCIM bearer token: first what was copied along, then what it is, then how long it lives. */
export const tokenRules: readonly Rule[] = [...tokenPaste, ...tokenShape, ...tokenLife];
