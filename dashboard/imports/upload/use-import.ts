import { useEffect, useRef, useState } from "preact/hooks";
import { listReader } from "../list-reader/list-reader.ts";
import type { Choices, Opened, ReadList, Sent } from "../list-reader/messages.ts";
import { ListRefused } from "../list-reader/refused.ts";
import type { Kind, Mode } from "../list-replies.ts";
import { rememberedChoices } from "./remembered-choices.ts";

export type OpenList = {
  fileName: string;
  opened: Opened;
  choices: Choices;
  /** The choices of an earlier import with the same header are used. */
  remembered: boolean;
  /** Null while the file is being read. */
  read: ReadList | null;
};

type State =
  | { step: "choose"; problem: string }
  | { step: "opening"; fileName: string; share: number }
  | { step: "mapping"; list: OpenList; problem: string }
  | { step: "sending"; list: OpenList; share: number };

type Options = { kind: Kind; timezone: string; onSent: (sent: Sent) => void };

/** One import of one kind, from the file to its upload. The file is read in its own thread. */
export function useImport({ kind, timezone, onSent }: Options) {
  const [state, setState] = useState<State>({ step: "choose", problem: "" });
  const reader = useRef<ReturnType<typeof listReader>>(null);
  const latest = useRef(0); // answers to outdated choices are dropped
  const stop = () => {
    reader.current?.close();
    reader.current = null;
  };
  useEffect(() => stop, []);

  function startOver(problem = "") {
    stop();
    setState({ step: "choose", problem });
  }

  async function open(file: File) {
    stop();
    setState({ step: "opening", fileName: file.name, share: 0 });
    const thread = listReader(({ share }) =>
      setState((now) => (now.step === "opening" || now.step === "sending" ? { ...now, share } : now)),
    );
    reader.current = thread;
    try {
      const opened = await thread.ask({ type: "open", file, kind });
      const before = await rememberedChoices(kind, opened);
      const fresh = { kind, timezone, mapping: opened.mapping, dateOrder: null, statusWords: {} };
      const list = { fileName: file.name, opened, remembered: before !== null, read: null };
      await choose({ ...list, choices: { ...fresh, ...before } });
    } catch (error) {
      if (!(error instanceof ListRefused)) throw error;
      if (reader.current === thread) startOver(error.message);
    }
  }

  async function choose(list: OpenList) {
    const turn = ++latest.current;
    setState({ step: "mapping", list: { ...list, read: null }, problem: "" });
    try {
      const read = await reader.current?.ask({ type: "read", choices: list.choices });
      if (read && turn === latest.current) setState({ step: "mapping", list: { ...list, read }, problem: "" });
    } catch (error) {
      if (!(error instanceof ListRefused)) throw error;
      if (turn === latest.current) setState({ step: "mapping", list, problem: error.message });
    }
  }

  async function send(list: OpenList, mode: Mode) {
    setState({ step: "sending", list, share: 0 });
    try {
      const sent = await reader.current?.ask({ type: "send", choices: list.choices, mode });
      if (sent) onSent(sent);
    } catch (error) {
      if (!(error instanceof ListRefused)) throw error;
      setState({ step: "mapping", list, problem: error.message });
    }
  }

  return {
    state,
    startOver: () => startOver(),
    open: (file: File) => void open(file),
    choose: (list: OpenList, changed: Partial<Choices>) =>
      void choose({ ...list, choices: { ...list.choices, ...changed } }),
    send: (list: OpenList, mode: Mode) => void send(list, mode),
  };
}
