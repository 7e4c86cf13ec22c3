import { useQuery } from "@tanstack/preact-query";
import { openMessagesQuery } from "../messages/open-messages.ts";

const MOST_SHOWN = 99;

/** The number of open messages, beside the title of the tab. */
export function OpenMessages({ account }: { account: string }) {
  const { data } = useQuery(openMessagesQuery(account));
  if (!data) return null;
  return (
    <>
      <span
        aria-hidden="true"
        class="tabular ml-1.5 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 text-xs font-semibold text-accent-content"
      >
        {data > MOST_SHOWN ? `${MOST_SHOWN}+` : data}
      </span>
      <span class="sr-only">{data} open</span>
    </>
  );
}
