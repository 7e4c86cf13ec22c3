import { useQuery } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { leave } from "../shell/navigation-gate.ts";
import { MessageDetails } from "./MessageDetails.tsx";
import { callerWords } from "./message-words.ts";

type Props = { id: string; zone: string | undefined; onClose: () => void };

/** One message in full; mails link to it. */
export function MessageDrawer({ id, zone, onClose }: Props) {
  const { data, error, refetch } = useQuery({
    queryKey: ["messages", "one", id],
    queryFn: () => bodyOf(api.messages[":id"].$get({ param: { id } })),
  });
  return (
    <Dialog title={data ? `Message from ${callerWords(data)}` : "Message"} drawer careful onClose={onClose}>
      {error && !data && (
        <div class="mt-4">
          <Trouble what={error.message} onRetry={() => void refetch()} />
        </div>
      )}
      {!data && !error && <div class="skeleton mt-5 h-72" role="status" aria-label="Loading" />}
      {data && <MessageDetails item={data} zone={zone} />}
      <button type="button" class="btn mt-5 h-11 w-full" onClick={() => leave(onClose)}>
        Close
      </button>
    </Dialog>
  );
}
