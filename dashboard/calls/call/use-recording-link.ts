import { useQueryClient } from "@tanstack/preact-query";
import { useRef, useState } from "preact/hooks";
import type { RecordingLink } from "../call-replies.ts";
import { callQuery } from "./call-query.ts";

/**
 * A player's address, and what to do when it stops working: our link lives for ten minutes, so it is asked for anew,
 * and the player goes on where it was. `failed` when a new one does not work either.
 */
export function useRecordingLink(id: string, first: RecordingLink) {
  const queries = useQueryClient();
  const [link, setLink] = useState(first);
  const [failed, setFailed] = useState(false);
  const player = useRef<HTMLAudioElement>(null);
  const renewing = useRef<{ at: number; playing: boolean } | null>(null);

  const renew = async () => {
    const { current } = player;
    renewing.current = { at: current?.currentTime ?? 0, playing: current !== null && !current.paused };
    setFailed(false);
    const call = await queries.fetchQuery({ ...callQuery(id), staleTime: 0 }).catch(() => null);
    if (!call?.recording) setFailed(true);
    else if (call.recording.url === link.url)
      current?.load(); // asked for twice in one second
    else setLink(call.recording);
  };
  return {
    player,
    url: link.url,
    failed,
    renew: () => void renew(),
    onError: () => {
      // Once for each time it worked: a recording that is out of reach is not asked for without end.
      if (renewing.current) setFailed(true);
      else void renew();
    },
    onLoadedMetadata: () => {
      const { current } = player;
      const before = renewing.current;
      renewing.current = null;
      if (!current || !before) return;
      current.currentTime = before.at;
      if (before.playing) void current.play().catch(() => undefined); // the browser may want a press of its button
    },
  };
}
