import { useQuery } from "@tanstack/preact-query";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { useSession } from "../session.ts";
import { configQuery } from "./config-query.ts";
import { SettingsForm } from "./SettingsForm.tsx";

export function SettingsPage() {
  const { data: session } = useSession();
  const { data: config, error, refetch } = useQuery(configQuery);
  return (
    <>
      <h1 class="mb-5 text-2xl font-semibold">Agent Settings</h1>
      {config === undefined && error && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {config === undefined && !error && <PageSkeleton />}
      {config !== undefined && <SettingsForm config={config} email={session?.user.email ?? ""} />}
    </>
  );
}
