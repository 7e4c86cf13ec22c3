import { Volume2 } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useWatch } from "react-hook-form";
import { DEFAULT_WELCOME } from "../../worker/settings/default-welcome.ts";
import type { FormValues } from "../settings/form-values.ts";
import { MessageField } from "../settings/MessageField.tsx";
import { useSpoken } from "../settings/use-spoken.ts";
import { canSpeak, speak, stopSpeaking } from "../try/speech.ts";

/** The first words that callers hear, with a preview that the browser can read aloud. */
export function GreetingStep() {
  const verification = useWatch<FormValues, "verification">({ name: "verification" });
  const spoken = useSpoken().welcome_message;
  useEffect(() => stopSpeaking, []);
  return (
    <>
      <MessageField
        name="welcome_message"
        label="Greeting"
        hint="The first words your callers hear. Ours works; change it if you like."
        suggestion={DEFAULT_WELCOME[verification]}
        offer="Use default"
      />
      {spoken && canSpeak() && (
        <button type="button" class="btn h-11 justify-self-start" onClick={() => speak(spoken)}>
          <Volume2 size={17} aria-hidden="true" /> Hear it
        </button>
      )}
    </>
  );
}
