import { ChevronRight } from "lucide-preact";
import { StatusBadge } from "../components/StatusBadge.tsx";
import type { PhoneNumber } from "../replies.ts";
import { ConnectButton } from "./ConnectButton.tsx";
import { numberAddress } from "./number-address.ts";
import { numberText } from "./number-text.ts";
import { PrimaryMark } from "./PrimaryMark.tsx";
import { proofWords } from "./proof-words.ts";

export function NumberCard({ number }: { number: PhoneNumber }) {
  const { id, phone_number, label, is_primary, status, status_detail } = number;
  return (
    <li class="panel grid content-start gap-4 p-5 sm:p-6">
      <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h2 class="min-w-0">
          <a
            href={numberAddress(id)}
            class="tabular inline-flex min-h-11 items-center gap-1 text-lg font-semibold hover:underline hover:underline-offset-4"
          >
            {numberText(phone_number)} <ChevronRight size={18} aria-hidden="true" class="text-soft" />
          </a>
          {label && <span class="block text-soft">{label}</span>}
        </h2>
        <div class="flex flex-wrap gap-2 pt-2">
          {is_primary && <PrimaryMark />}
          <StatusBadge number={number} />
        </div>
      </div>
      {status === "error" && status_detail && <p class="font-medium text-error">{status_detail}</p>}
      <p class="text-sm text-soft">{proofWords(number)}</p>
      {number.can_retry && <ConnectButton number={number} />}
    </li>
  );
}
