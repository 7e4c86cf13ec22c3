import { Trash2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, done } from "../../api.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Notice } from "../../components/Notice.tsx";
import { StatusBadge } from "../../components/StatusBadge.tsx";
import { phoneText } from "../../phone-text.ts";
import type { PhoneNumber } from "../../replies.ts";
import { useOneAtATime } from "../../use-one-at-a-time.ts";
import { useNumbersChanged } from "./use-numbers-changed.ts";

type Props = { number: PhoneNumber; onRemoved: (news: string) => void };

export function NumberRow({ number, onRemoved }: Props) {
  const [asking, setAsking] = useState(false);
  const { phone_number, label, status_detail, sip_trunk_uri } = number;
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0">
      <div class="min-w-0 flex-1 basis-40">
        <p class="tabular font-medium">{phoneText(phone_number)}</p>
        <p class="text-sm text-soft">{[label, sip_trunk_uri].filter(Boolean).join(" · ")}</p>
        {status_detail && <p class="text-sm text-error">{status_detail}</p>}
      </div>
      <StatusBadge number={number} />
      <button
        type="button"
        class="btn btn-ghost btn-square size-11"
        aria-label={`Remove ${phoneText(phone_number)}`}
        onClick={() => setAsking(true)}
      >
        <Trash2 size={18} aria-hidden="true" />
      </button>
      {asking && <RemoveDialog number={number} onRemoved={onRemoved} onClose={() => setAsking(false)} />}
    </li>
  );
}

function RemoveDialog({ number, onRemoved, onClose }: Props & { onClose: () => void }) {
  const [problem, setProblem] = useState("");
  const changed = useNumbersChanged();
  const once = useOneAtATime();
  const remove = () =>
    done(api["phone-numbers"][":id"].$delete({ param: { id: number.id } })).then(
      () => {
        onClose();
        onRemoved(`${phoneText(number.phone_number)} is removed.`);
        void changed();
      },
      (error: Error) => setProblem(error.message),
    );
  return (
    <Dialog title={`Remove ${phoneText(number.phone_number)}?`} onClose={onClose}>
      <p class="mt-1.5 mb-4 text-soft">
        Your agent stops knowing calls to this number as yours, from the next ring on. The number itself stays with your
        phone provider.
      </p>
      {problem && <Notice kind="error">{problem}</Notice>}
      <div class="mt-6 flex flex-wrap justify-end gap-2">
        <button type="button" class="btn h-11" onClick={onClose}>
          Keep it
        </button>
        <button type="button" class="btn btn-error h-11" onClick={() => void once(remove)}>
          Remove the number
        </button>
      </div>
    </Dialog>
  );
}
