import type { Kind, Mode } from "../list-replies.ts";
import { KIND_WORDS } from "../list-words.ts";

type Props = { kind: Kind; mode: Mode; onChoose: (mode: Mode) => void };

/** Whether the file is the whole list or a part of it. */
export function ModeChoice({ kind, mode, onChoose }: Props) {
  const { many, one } = KIND_WORDS[kind];
  const choices: { value: Mode; title: string; about: string }[] = [
    {
      value: "replace",
      title: "Replace the list",
      about: `The file is your whole list. Callers no longer hear a ${one} that is not in it. Choose this for a regular export.`,
    },
    {
      value: "add",
      title: "Add to the list",
      about: `The file contains more ${many}. Those in both are updated; all others stay as they are.`,
    },
  ];
  return (
    <fieldset class="panel p-5 sm:p-6">
      <legend class="float-left mb-3 w-full text-base font-semibold">How to import it</legend>
      <div class="clear-both grid gap-2.5 md:grid-cols-2">
        {choices.map(({ value, title, about }) => (
          <label
            key={value}
            class="flex min-h-11 cursor-pointer gap-3.5 rounded-field border border-line p-4 hover:bg-base-200 has-checked:border-primary has-checked:bg-primary/5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary"
          >
            <input
              type="radio"
              name="mode"
              value={value}
              checked={mode === value}
              aria-describedby={`mode-${value}`}
              class="radio mt-0.5 radio-sm border-(--edge) radio-primary"
              onChange={() => onChoose(value)}
            />
            <span>
              <span class="block font-medium">{title}</span>
              <span id={`mode-${value}`} class="mt-0.5 block text-soft">
                {about}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
