import { DoorHeading } from "../components/DoorHeading.tsx";

export function NotFound() {
  return (
    <>
      <DoorHeading title="There is nothing here">The address may be mistyped, or the page has moved.</DoorHeading>
      <a class="btn btn-primary h-11 w-full" href="/">
        To the overview
      </a>
    </>
  );
}
