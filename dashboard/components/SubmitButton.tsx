/** Stays focusable while the form is under way, so that a keyboard does not lose its place. */
export function SubmitButton({ busy, children }: { busy: boolean; children: string }) {
  return (
    <button type="submit" class="btn btn-primary h-11 w-full" aria-disabled={busy}>
      {busy ? "One moment…" : children}
    </button>
  );
}
