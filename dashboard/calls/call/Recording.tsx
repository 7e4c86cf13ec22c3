import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Card } from "../../components/Card.tsx";
import type { CallDetails, RecordingLink } from "../call-replies.ts";
import { useRecordingLink } from "./use-recording-link.ts";

/** The recording of the call, or why there is none. */
export function Recording({ call }: { call: CallDetails }) {
  return (
    <Card title="Recording">
      {call.recording ? <Player id={call.id} link={call.recording} /> : <p class="text-soft">{nothingToHear(call)}</p>}
    </Card>
  );
}

function Player({ id, link }: { id: string; link: RecordingLink }) {
  const { player, url, failed, renew, onError, onLoadedMetadata } = useRecordingLink(id, link);
  const again = useFocusKept(failed, player);
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: the conversation below is the caption */}
      <audio
        ref={player}
        controls
        preload="metadata"
        src={url}
        aria-label="Recording of the call"
        class={`w-full ${failed ? "hidden" : ""}`}
        onError={onError}
        onLoadedMetadata={onLoadedMetadata}
      />
      {failed && (
        <div role="alert" class="flex flex-wrap items-center justify-between gap-3">
          <p>The recording cannot be played right now.</p>
          <button ref={again} type="button" class="btn h-11" onClick={renew}>
            Try again
          </button>
        </div>
      )}
    </>
  );
}

/** Keeps the focus when the player and the button replace each other. */
function useFocusKept(failed: boolean, player: RefObject<HTMLAudioElement | null>) {
  const again = useRef<HTMLButtonElement>(null);
  const before = useRef(failed);
  useLayoutEffect(() => {
    const pressed = before.current && !failed; // only pressing the button ends a failure
    before.current = failed;
    if (pressed) player.current?.focus();
    else if (failed && document.activeElement === player.current) again.current?.focus();
  }, [failed, player]);
  return again;
}

function nothingToHear({ live, recording_missing, kept_days }: CallDetails): string {
  if (live) return "The call is still going on. The recording appears here shortly after it ends.";
  if (recording_missing === "not_yet") return "Not available yet. It appears shortly after the call ends.";
  if (recording_missing === "removed") return `Removed: recordings are kept for ${kept_days.recording} days.`;
  return "This call was not recorded.";
}
