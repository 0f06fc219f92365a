/** A what-if that still has to be filled in, with what is known already. */
export type TriedChange =
  | { readonly kind: 'rename-group'; readonly displayName?: string }
  | { readonly kind: 'untick-group' }
  | { readonly kind: 'delete-group' }
  | { readonly kind: 'move-person'; readonly userName?: string }
  | { readonly kind: 'change-rules' };
