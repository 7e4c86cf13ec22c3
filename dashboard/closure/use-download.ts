import { useState } from "preact/hooks";
import { useAction } from "../components/use-action.ts";
import { downloadExport } from "./download-export.ts";

/** The download of everything: whether it is running, how many bytes have arrived, and the name it was saved under. */
export function useDownload() {
  const [bytes, setBytes] = useState(0);
  const [saved, setSaved] = useState("");
  const { busy, problem, run } = useAction();
  const start = () =>
    run(async () => {
      setSaved("");
      setBytes(0);
      setSaved(await downloadExport(setBytes));
    });
  return { bytes, saved, busy, problem, start };
}

export type Downloading = ReturnType<typeof useDownload>;
