/** Not there, or not this company's: nobody learns which. */
export function NotThere() {
  return (
    <section class="panel grid justify-items-start gap-4 p-6 sm:p-8" aria-label="Not found">
      <p>There is no such number here. It may have been removed in the meantime.</p>
      <a class="btn btn-primary h-11" href="/numbers">
        Go to your numbers
      </a>
    </section>
  );
}
