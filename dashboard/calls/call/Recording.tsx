import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Card } from "../../components/Card.tsx";
import type { CallDetails, RecordingLink } from "../call-replies.ts";
import { useRecordingLink } from "./use-recording-link.ts";

/** The call to listen to, or why there is nothing. */
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
      {/* biome-ignore lint/a11y/useMediaCaption: what is heard stands below as a conversation */}
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
          <p>The recording cannot be reached right now.</p>
          <button ref={again} type="button" class="btn h-11" onClick={renew}>
            Try again
          </button>
        </div>
      )}
    </>
  );
}

/** What disappears hands the focus on: the pressed button to the player, and the player to the button. */
function useFocusKept(failed: boolean, player: RefObject<HTMLAudioElement | null>) {
  const again = useRef<HTMLButtonElement>(null);
  const before = useRef(failed);
  useLayoutEffect(() => {
    const pressed = before.current && !failed; // nothing else takes a failure back
    before.current = failed;
    if (pressed) player.current?.focus();
    else if (failed && document.activeElement === player.current) again.current?.focus();
  }, [failed, player]);
  return again;
}

function nothingToHear({ live, recording_missing, kept_days }: CallDetails): string {
  if (live) return "The call is still going on. It can be heard here a moment after the end.";
  if (recording_missing === "not_yet") return "Not there yet: it comes a moment after the end of the call.";
  if (recording_missing === "removed") return `Removed: recordings are kept for ${kept_days.recording} days.`;
  return "This call was not recorded.";
}
