import { useQuery } from "@tanstack/preact-query";
import { useRoute } from "preact-iso";
import { api, bodyOf } from "../../api.ts";
import { BadRows } from "../../components/BadRows.tsx";
import { PageSkeleton } from "../../components/PageSkeleton.tsx";
import { Trouble } from "../../components/Trouble.tsx";
import { useCompanyZone } from "../../times/company-zone.ts";
import type { Import } from "../list-replies.ts";
import { KIND_WORDS } from "../list-words.ts";
import { Difference } from "./Difference.tsx";
import { Headline } from "./Headline.tsx";
import { Reading } from "./Reading.tsx";
import { LoudWarnings, Warnings } from "./Warnings.tsx";

const LOOK_AGAIN_MS = 2000; // while the file is being read

/** One version of a list: what it changes, which rows could not be read, and whether it is in use. */
export function ReviewPage() {
  const { params } = useRoute();
  const id = params.id ?? "";
  const { data, error, refetch } = useQuery({
    queryKey: ["imports", id],
    queryFn: () => bodyOf(api.imports[":id"].$get({ param: { id } })),
    refetchInterval: ({ state }) => (state.data?.status === "reading" ? LOOK_AGAIN_MS : false),
  });
  const zone = useCompanyZone() ?? undefined;
  return (
    <div class="grid gap-5">
      <h1 class="text-2xl font-semibold">{data ? `Import of ${KIND_WORDS[data.kind].many}` : "Import"}</h1>
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && <Content version={data} zone={zone} />}
    </div>
  );
}

function Content({ version, zone }: { version: Import; zone: string | undefined }) {
  const { id, status, errors, error_count, warnings } = version;
  return (
    <>
      <Headline version={version} zone={zone} />
      <Reading version={version} />
      <LoudWarnings warnings={warnings} />
      {status !== "receiving" && version.diff && <Difference version={version} zone={zone} />}
      <BadRows errors={errors} total={error_count} download={`/api/imports/${encodeURIComponent(id)}/errors.csv`} />
      <Warnings warnings={warnings} />
    </>
  );
}
