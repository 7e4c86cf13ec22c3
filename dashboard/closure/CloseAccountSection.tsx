import { useQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { Trouble } from "../components/Trouble.tsx";
import { useFocusAfter } from "../components/use-focus-after.ts";
import { Section } from "../settings/Section.tsx";
import { CloseAccountForm } from "./CloseAccountForm.tsx";
import { DownloadEverything } from "./DownloadEverything.tsx";
import { useDownload } from "./use-download.ts";

/** Closing the account: what will happen, a download of everything, and a form that asks for the name. */
export function CloseAccountSection({ email }: { email: string }) {
  const download = useDownload();
  const [asking, setAsking] = useState(false);
  const opener = useFocusAfter(asking, "");
  const { data, error, refetch } = useQuery({
    queryKey: ["account-closure"],
    queryFn: () => bodyOf(api["account-closure"].$get({})),
    enabled: asking,
  });
  return (
    <Section
      id="close-account"
      title="Close account"
      about="Close your account and delete all of its data. Nobody can undo this, not even us."
    >
      <DownloadEverything {...download} />
      <div class="grid gap-2">
        <h3 class="font-semibold">What happens when you close it</h3>
        <ul class="grid list-disc gap-1 pl-5 text-soft">
          <li>Everybody is signed out right away, and your keys for automatic import stop working.</li>
          <li>Numbers that we have set up at your phone provider get their former settings back there.</li>
          <li>Your numbers are released. Your agent answers until then, and not after.</li>
          <li>The passwords of your phone lines are deleted.</li>
          <li>Reservations, drivers, calls, transcripts, messages and settings are deleted.</li>
          <li>Your account is deleted. You can sign up again with the same address and start from scratch.</li>
        </ul>
      </div>
      {!asking && (
        <button
          ref={opener}
          type="button"
          class="btn h-11 justify-self-start font-medium text-error"
          onClick={() => setAsking(true)}
        >
          Close this account…
        </button>
      )}
      {asking && error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {asking && !data && !error && <div class="skeleton h-16" role="status" aria-label="Loading" />}
      {asking && data && (
        <CloseAccountForm
          name={data.company_name ?? email}
          isCompany={data.company_name !== null}
          setUp={data.set_up_at_carriers}
          downloading={download.busy}
          onCancel={() => setAsking(false)}
        />
      )}
    </Section>
  );
}
