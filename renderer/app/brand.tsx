/** The product's mark: a tick inside an orbit, as one follows a rehearsal round before the launch. */
export function BrandMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <circle cx="12" cy="12" r="9.2" stroke="currentColor" strokeWidth="1.9" strokeDasharray="43 15" strokeLinecap="round" />
      <path d="M7.8 12.4l2.9 2.9 5.6-6" stroke="currentColor" strokeWidth="2.1" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
