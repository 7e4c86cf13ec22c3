/** The outline of a page while its content is loading. */
export function PageSkeleton() {
  return (
    <div role="status" class="grid gap-5">
      <span class="sr-only">Loading</span>
      <div class="skeleton h-8 w-48" />
      <div class="skeleton h-40 w-full" />
      <div class="grid gap-5 md:grid-cols-2">
        <div class="skeleton h-52 w-full" />
        <div class="skeleton h-52 w-full" />
      </div>
    </div>
  );
}
