import { useEffect, useRef, useState } from "preact/hooks";
import { listReader } from "../list-reader/list-reader.ts";
import type { Choices, Opened, ReadList, Sent } from "../list-reader/messages.ts";
import { ListRefused } from "../list-reader/refused.ts";
import type { Kind, Mode } from "../list-replies.ts";
import type { Option, Question } from "../questions/question.ts";
import { rememberedChoices } from "./remembered-choices.ts";

export type OpenList = {
  file: File;
  opened: Opened;
  choices: Choices;
  /** The ids of the questions that were answered, now or for an earlier file with the same columns. */
  settled: string[];
  /** The list as it was before the last answer, to which "Back" returns; null before the first. */
  before: OpenList | null;
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
      await choose(await freshList(file, opened));
    } catch (error) {
      if (!(error instanceof ListRefused)) throw error;
      if (reader.current === thread) startOver(error.message);
    }
  }

  /** A file as it was recognised, and as it was read before if the company has used these columns before. */
  async function freshList(file: File, opened: Opened): Promise<OpenList> {
    const before = await rememberedChoices(kind, opened);
    const fresh = { kind, timezone, mapping: opened.mapping, dateOrder: null, statusWords: {} };
    const choices = { ...fresh, ...before?.choices };
    return {
      ...{ file, opened, choices, settled: before?.settled ?? [] },
      ...{ before: null, remembered: before !== null, read: null },
    };
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

  async function answer(list: OpenList, question: Question, { answer: given }: Option) {
    const settled = [...list.settled, question.id];
    if ("choices" in given) {
      return choose({ ...list, settled, before: list, choices: { ...list.choices, ...given.choices } });
    }
    if (given.sheet === list.opened.sheet) return choose({ ...list, settled, before: list });
    setState({ step: "mapping", list: { ...list, read: null }, problem: "" });
    const other = await openSheet(list.file, given.sheet);
    if (other) await choose({ ...other, before: list, settled: [...settled, ...other.settled] });
  }

  async function back({ before, opened }: OpenList) {
    if (!before) return;
    if (before.opened.sheet === opened.sheet) return choose(before);
    setState({ step: "mapping", list: { ...before, read: null }, problem: "" });
    if (await openSheet(before.file, before.opened.sheet)) await choose(before);
  }

  /** The thread holds one sheet at a time. Null once another file was chosen. */
  async function openSheet(file: File, sheet: string | null): Promise<OpenList | null> {
    const thread = reader.current;
    const opened = await thread?.ask({ type: "open", file, kind, ...(sheet !== null && { sheet }) });
    return opened && reader.current === thread ? freshList(file, opened) : null;
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
    answer: (list: OpenList, question: Question, option: Option) => void answer(list, question, option),
    back: (list: OpenList) => void back(list),
    send: (list: OpenList, mode: Mode) => void send(list, mode),
  };
}
