import { useQueryClient } from "@tanstack/preact-query";
import { useRef, useState } from "preact/hooks";
import type { RecordingLink } from "../call-replies.ts";
import { callQuery } from "./call-query.ts";

/**
 * The player's address, renewed when it expires: our links last ten minutes. The player continues where it was.
 * `failed` means that a new link does not work either.
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
      current?.load(); // two links made in the same second are the same
    else setLink(call.recording);
  };
  return {
    player,
    url: link.url,
    failed,
    renew: () => void renew(),
    onError: () => {
      // Renewed only once after each success, so that a missing recording is not requested endlessly.
      if (renewing.current) setFailed(true);
      else void renew();
    },
    onLoadedMetadata: () => {
      const { current } = player;
      const before = renewing.current;
      renewing.current = null;
      if (!current || !before) return;
      current.currentTime = before.at;
      if (before.playing) void current.play().catch(() => undefined); // the browser may require a click first
    },
  };
}
