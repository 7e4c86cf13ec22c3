import { Mic, MicOff, SendHorizontal } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { canListen, listen, stopSpeaking } from "./speech.ts";

type Props = {
  phrases: string[];
  busy: boolean;
  /** Resolves to whether the line was answered. A line that was not answered is put back into the field. */
  onSay: (line: string) => Promise<boolean>;
};

/** What the caller says: typed, spoken where the browser can listen, or one of the phrases. */
export function Composer({ phrases, busy, onSay }: Props) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const say = async (line: string) => {
    if (busy || line.trim() === "") return;
    setText("");
    if (!(await onSay(line.trim()))) setText(line);
    field.current?.focus();
  };
  return (
    <div class="grid gap-3 border-t border-line p-4 sm:p-5">
      <ul aria-label="Quick phrases" class="-m-1 flex gap-2 p-1 max-sm:overflow-x-auto sm:flex-wrap">
        {phrases.map((phrase) => (
          <li key={phrase}>
            <button
              type="button"
              class="btn min-h-11 px-3 text-sm font-medium whitespace-nowrap"
              aria-disabled={busy}
              onClick={() => void say(phrase)}
            >
              {phrase}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void say(text);
        }}
      >
        <input
          ref={field}
          aria-label="What the caller says"
          placeholder="Say something…"
          autocomplete="off"
          maxLength={1000}
          class="input h-11 min-w-0 flex-1"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {canListen() && <Microphone onWords={setText} onProblem={setProblem} />}
        <button type="submit" class="btn btn-primary h-11" aria-disabled={busy}>
          <SendHorizontal size={18} aria-hidden="true" />
          <span class="max-sm:sr-only">Say it</span>
        </button>
      </form>
      <p role="status" class="text-sm font-medium text-error empty:hidden">
        {problem}
      </p>
    </div>
  );
}

function Microphone({ onWords, onProblem }: { onWords: (text: string) => void; onProblem: (words: string) => void }) {
  const [stop, setStop] = useState<{ run: () => void } | null>(null);
  useEffect(() => () => stop?.run(), [stop]);
  const start = () => {
    stopSpeaking(); // otherwise the browser would hear itself
    onProblem("");
    const ended = () => setStop(null);
    const run = listen({ onWords, onProblem, onEnd: ended });
    if (run) setStop({ run });
  };
  const Icon = stop ? MicOff : Mic;
  return (
    <button
      type="button"
      class="btn btn-square size-11"
      aria-pressed={stop !== null}
      aria-label={stop ? "Stop listening" : "Speak instead of typing"}
      title="Your browser turns speech into text, often with a service of its maker."
      onClick={() => (stop ? stop.run() : start())}
    >
      <Icon size={18} aria-hidden="true" class={stop ? "text-error" : ""} />
    </button>
  );
}
