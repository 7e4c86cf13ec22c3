import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { countWords } from "../../components/count-words.ts";
import type { Import } from "../list-replies.ts";
import { NO_NUMBER, pickupWords } from "../value-words.ts";

type Coming = NonNullable<Import["coming"]>;
type Props = { coming: Coming; zone: string | undefined; onConfirm: () => Promise<void>; onClose: () => void };

/** Asks before many coming rides disappear for callers, because it may be the wrong file. */
export function ActivationQuestion({ coming, zone, onConfirm, onClose }: Props) {
  const { rides, dropped, sample } = coming;
  const more = dropped - sample.length;
  return (
    <ConfirmDialog
      title={`Leave out ${dropped.toLocaleString("en-US")} of ${countWords(rides, "coming ride")}?`}
      confirm="Activate it"
      cancel="Keep the list in use"
      destructive
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        {`This list has ${dropped === rides ? "none" : `only ${(rides - dropped).toLocaleString("en-US")}`} of the ${countWords(rides, "coming ride")} your callers hear of now. If that is not what you expect, it may be an export of another day or with a filter.`}
      </p>
      <p class="mt-4 font-medium text-base-content">Callers would no longer hear of:</p>
      <ul class="mt-1 divide-y divide-(--line)">
        {sample.map((ride) => (
          <li key={`${ride.confirmation_number} ${ride.pickup_at} ${ride.customer_name}`} class="tabular py-2">
            <span class="font-medium text-base-content">{ride.confirmation_number || NO_NUMBER}</span>
            <span class="block text-sm">
              {[pickupWords(ride, zone), ride.customer_name].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="text-sm">and {countWords(more, "more ride")}</p>}
    </ConfirmDialog>
  );
}

/** The same in a sentence next to the button. */
export function leftOutWords({ rides, dropped }: Coming): string {
  return `This list leaves out ${dropped.toLocaleString("en-US")} of the ${countWords(rides, "coming ride")} your callers hear of now.`;
}
