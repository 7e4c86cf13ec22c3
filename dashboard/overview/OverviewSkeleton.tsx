export function OverviewSkeleton() {
  return (
    <div role="status" class="grid gap-5">
      <span class="sr-only">Loading</span>
      <div class="skeleton h-44 w-full" />
      <div class="grid gap-5 md:grid-cols-2">
        <div class="skeleton h-56 w-full" />
        <div class="skeleton h-56 w-full" />
      </div>
    </div>
  );
}
