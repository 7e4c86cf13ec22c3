/** Stays focusable while the form is being sent, so that keyboard users do not lose their place. */
export function SubmitButton({ busy, children }: { busy: boolean; children: string }) {
  return (
    <button type="submit" class="btn btn-primary h-11 w-full" aria-disabled={busy}>
      {busy ? "One moment…" : children}
    </button>
  );
}
