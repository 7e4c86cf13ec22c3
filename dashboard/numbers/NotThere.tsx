/** For a number that does not exist or belongs to another company; both look the same. */
export function NotThere() {
  return (
    <section class="panel grid justify-items-start gap-4 p-6 sm:p-8" aria-label="Not found">
      <p>This number does not exist. It may have been removed.</p>
      <a class="btn btn-primary h-11" href="/numbers">
        Go to your numbers
      </a>
    </section>
  );
}
