import { useState } from "preact/hooks";
import { RequestError } from "../request-error.ts";

/** Something that a press of a button does, once at a time. `problem` is why it was refused, in words. */
export function useAction() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const run = async (act: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setProblem("");
    try {
      await act();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setProblem(error.message);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run: (act: () => Promise<unknown>) => void run(act) };
}
