import { useState } from "preact/hooks";
import { RequestError } from "../request-error.ts";

/** What a button does, once at a time. `problem` is the reason when the server refused it. */
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
