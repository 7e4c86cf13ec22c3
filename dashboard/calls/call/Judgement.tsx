import { ThumbsDown } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../../api.ts";
import { Card } from "../../components/Card.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useAction } from "../../components/use-action.ts";
import { useFocusAfter } from "../../components/use-focus-after.ts";
import type { CallDetails } from "../call-replies.ts";
import { useCallsChanged } from "../use-calls-changed.ts";
import { JudgementForm } from "./JudgementForm.tsx";

/** Lets the operator mark the agent's answer as wrong, with a note, and take that back. */
export function Judgement({ call: { id, feedback } }: { call: CallDetails }) {
  const [writing, setWriting] = useState(false);
  const [news, setNews] = useState("");
  const changed = useCallsChanged();
  const { busy, problem, run } = useAction();
  const opener = useFocusAfter(writing, news);
  const wrong = feedback?.wrong === true;
  const takeBack = () =>
    run(async () => {
      await bodyOf(api.calls[":id"].feedback.$put({ param: { id }, json: { wrong: false } }));
      await changed();
      setNews("The mark is removed.");
    });
  return (
    <Card title="The agent's answer">
      {writing ? (
        <JudgementForm
          id={id}
          note={wrong ? feedback.note : null}
          onClose={(saved) => {
            setWriting(false);
            setNews(saved ? "Saved." : "");
          }}
        />
      ) : (
        <>
          {wrong && (
            <div class="mb-3">
              <p class="flex items-center gap-2 font-medium text-warning">
                <ThumbsDown size={17} aria-hidden="true" /> You marked this answer as wrong.
              </p>
              {feedback.note && <p class="mt-1 whitespace-pre-line">{feedback.note}</p>}
            </div>
          )}
          <div class="flex flex-wrap gap-2">
            <button
              ref={opener}
              type="button"
              class="btn h-11 flex-1"
              onClick={() => {
                setNews("");
                setWriting(true);
              }}
            >
              {!wrong && <ThumbsDown size={17} aria-hidden="true" />}
              {wrong ? "Edit the note" : "This answer was wrong"}
            </button>
            {wrong && (
              <button type="button" class="btn h-11 flex-1" aria-disabled={busy} onClick={takeBack}>
                Remove the mark
              </button>
            )}
          </div>
        </>
      )}
      <p role="status" class="mt-2 text-sm empty:hidden">
        {news}
      </p>
      {problem && <Notice kind="error">{problem}</Notice>}
    </Card>
  );
}
