/** The button of a short form inside a page. */
export function SendButton({ busy, children }: { busy: boolean; children: string }) {
  return (
    <button type="submit" class="btn btn-primary h-11 justify-self-start" aria-disabled={busy}>
      {busy ? "One moment…" : children}
    </button>
  );
}
