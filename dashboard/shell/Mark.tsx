/** The logo: a moon and one lamp. Next to the name it is decoration. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" class="shrink-0">
      <rect width="32" height="32" rx="8" fill="#16213f" />
      <path d="M20.9 19.6A8.2 8.2 0 0 1 12.4 8.6a8.2 8.2 0 1 0 11.2 9.5 8.2 8.2 0 0 1-2.7 1.5Z" fill="#f0b354" />
      <circle cx="21.6" cy="11.2" r="2.1" fill="#f0b354" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span class="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
      <Mark />
      Nightdesk
    </span>
  );
}
