/** The product's mark: a lookout's three sightlines on one floor. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <rect width="20" height="20" rx="5" fill="var(--mantine-color-accent-6)" />
      <path
        d="M4.5 7.5h11M4.5 7.5 8 14.5M15.5 7.5 12 14.5M10 7.5v7"
        stroke="#fff"
        strokeWidth="1.6"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
