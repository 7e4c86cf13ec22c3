import { Ban } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, bodyOf, done } from "../../api.ts";
import { Card } from "../../components/Card.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useAction } from "../../components/use-action.ts";
import type { CallDetails } from "../call-replies.ts";
import { callerText, canBeBlocked } from "../caller-text.ts";
import { useCallsChanged } from "../use-calls-changed.ts";

/** Blocks the caller after a question, and unblocks them without one. */
export function BlockCaller({ call: { from_number, block_id } }: { call: CallDetails }) {
  const [asking, setAsking] = useState(false);
  const [news, setNews] = useState("");
  const changed = useCallsChanged();
  const { busy, problem, run } = useAction();
  const caller = callerText(from_number);
  if (!canBeBlocked(from_number)) {
    return (
      <Card title="Caller">
        <p class="text-soft">This caller hid their number, so they cannot be recognized and blocked.</p>
      </Card>
    );
  }
  const unblock = () =>
    run(async () => {
      if (block_id) await done(api["blocked-callers"][":id"].$delete({ param: { id: block_id } }));
      await changed();
      setNews(`${caller} is unblocked. The next call is answered.`);
    });
  return (
    <Card title="Caller">
      <p class="mb-3 text-soft">
        {block_id ? `Calls from ${caller} are turned away.` : `Calls from ${caller} are answered.`}
      </p>
      <button
        type="button"
        class="btn h-11 w-full"
        aria-disabled={busy}
        onClick={block_id ? unblock : () => setAsking(true)}
      >
        <Ban size={17} aria-hidden="true" /> {block_id ? "Unblock this caller" : "Block this caller"}
      </button>
      <p role="status" class="mt-2 text-sm empty:hidden">
        {news}
      </p>
      {problem && !asking && <Notice kind="error">{problem}</Notice>}
      {asking && (
        <BlockDialog
          number={from_number}
          onClose={() => setAsking(false)}
          onBlocked={() => {
            setAsking(false);
            setNews(`${caller} is blocked.`);
          }}
        />
      )}
    </Card>
  );
}

type DialogProps = { number: string; onClose: () => void; onBlocked: () => void };

function BlockDialog({ number, onClose, onBlocked }: DialogProps) {
  const changed = useCallsChanged();
  const block = async () => {
    await bodyOf(api["blocked-callers"].$post({ json: { phone_number: number } }));
    onBlocked();
    await changed();
  };
  return (
    <ConfirmDialog
      title={`Block ${callerText(number)}?`}
      confirm="Block the caller"
      cancel="Keep answering"
      destructive
      onConfirm={block}
      onClose={onClose}
    >
      <p>
        From the next call on, this number is turned away before the agent answers. You can unblock it here or in Agent
        Settings.
      </p>
    </ConfirmDialog>
  );
}
