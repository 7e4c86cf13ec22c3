import { EntranceHeading } from "../components/EntranceHeading.tsx";

export function NotFound() {
  return (
    <>
      <EntranceHeading title="Page not found">The address may be mistyped, or the page has moved.</EntranceHeading>
      <a class="btn btn-primary h-11 w-full" href="/">
        Go to the overview
      </a>
    </>
  );
}
