interface MaskedSecretProps {
  readonly last4: string;
}

/** All that is shown of a secret: its last four characters. */
export function MaskedSecret({ last4 }: MaskedSecretProps) {
  return (
    <span className="mono">
      <span aria-hidden="true">••••••••{last4}</span>
      <span className="visually-hidden">ends in {last4}</span>
    </span>
  );
}
