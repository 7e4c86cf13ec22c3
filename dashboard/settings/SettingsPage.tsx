import { useQuery } from "@tanstack/preact-query";
import { MessageCircle } from "lucide-preact";
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
      <div class="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 class="text-2xl font-semibold">Agent Settings</h1>
        {config && (
          <a href="/try" class="btn border-line bg-base-100 h-11">
            <MessageCircle size={17} aria-hidden="true" /> Try your agent
          </a>
        )}
      </div>
      {config === undefined && error && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {config === undefined && !error && <PageSkeleton />}
      {config !== undefined && <SettingsForm config={config} email={session?.user.email ?? ""} />}
    </>
  );
}
