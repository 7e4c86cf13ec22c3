import { Upload } from "lucide-preact";
import { UPLOAD_IN_SET_UP } from "../imports/import-address.ts";
import { SampleNotice, UseSampleData, useCurrentList } from "./SampleData.tsx";
import { SAMPLE_NAME } from "./sample-list.ts";

/** The list in which the agent looks up rides: the company's own, or a sample for trying it out. */
export function ReservationsStep() {
  const list = useCurrentList();
  const own = list && list.file_name !== SAMPLE_NAME;
  return (
    <>
      <p>
        {own
          ? "Your list is there. Upload a new one whenever it changes."
          : "Your agent finds a caller's ride in the list from your dispatch software: a CSV or Excel file, as it comes."}
      </p>
      <SampleNotice />
      <div class="flex flex-wrap gap-3">
        <a class={`btn h-11 ${list === null ? "btn-primary" : ""}`} href={UPLOAD_IN_SET_UP}>
          <Upload size={17} aria-hidden="true" /> Upload your list
        </a>
        <UseSampleData />
      </div>
      {list && (
        <a class="link inline-flex min-h-11 items-center justify-self-start" href="/try">
          Try your agent with it
        </a>
      )}
    </>
  );
}
