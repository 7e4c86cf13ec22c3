import { useQuery } from "@tanstack/preact-query";
import { Plus } from "lucide-preact";
import { useLocation } from "preact-iso";
import { Notice } from "../components/Notice.tsx";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { NoNumbers } from "./NoNumbers.tsx";
import { NumberCard } from "./NumberCard.tsx";
import { numberText } from "./number-text.ts";
import { numbersQuery } from "./numbers-query.ts";

/** The numbers that callers dial, with their status. */
export function NumbersPage() {
  const { query } = useLocation();
  const { data, error, refetch } = useQuery(numbersQuery);
  const none = data?.items.length === 0;
  return (
    <div class="grid gap-5">
      <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <h1 class="text-2xl font-semibold">Phone Numbers</h1>
        {data && !none && (
          <a class="btn btn-primary h-11 max-sm:w-full" href="/numbers/new">
            <Plus size={17} aria-hidden="true" /> Add a number
          </a>
        )}
      </div>
      {query.removed && <Notice kind="success">{numberText(query.removed)} has been removed.</Notice>}
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {none && <NoNumbers />}
      {data && !none && (
        <ul class="grid items-stretch gap-5 md:grid-cols-2">
          {data.items.map((number) => (
            <NumberCard key={number.id} number={number} />
          ))}
        </ul>
      )}
    </div>
  );
}
