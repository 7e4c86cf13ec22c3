import { CopyText } from "../../components/CopyText.tsx";

/** Codes that open the account without the phone, shown once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <div class="grid max-w-md gap-5">
      <CopyText
        label="Your recovery codes"
        text={codes.join(" ")}
        note="Keep them where you can find them without your phone. Each works once. They are not shown again."
      />
      <button type="button" class="btn btn-primary h-11 justify-self-start" onClick={onDone}>
        I have saved them
      </button>
    </div>
  );
}
