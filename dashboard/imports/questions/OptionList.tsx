import type { Option } from "./question.ts";

type Props = { name: string; options: Option[]; value: string | null; onChoose: (value: string) => void };

const MOST_SHOWN = 7; // more options are shown as a list that opens

/** The possible answers, each with cells from the file or with what will happen. */
export function OptionList({ name, options, value, onChoose }: Props) {
  if (options.length > MOST_SHOWN) return <OpeningList options={options} value={value} onChoose={onChoose} />;
  return (
    <fieldset aria-labelledby="question" aria-describedby="question-about" class="grid gap-2.5">
      {options.map((option, n) => (
        <label
          key={option.value}
          class="flex min-h-11 cursor-pointer gap-3.5 rounded-field border border-line p-4 hover:bg-base-200 has-checked:border-primary has-checked:bg-primary/5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary"
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            aria-describedby={option.about ? `option-${n}` : undefined}
            class="radio mt-0.5 radio-sm border-(--edge) radio-primary"
            onChange={() => onChoose(option.value)}
          />
          <span class="min-w-0">
            <span class="block font-medium">{option.title}</span>
            {option.about && (
              <span id={`option-${n}`} class="tabular mt-0.5 line-clamp-2 text-soft">
                {option.about}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function OpeningList({ options, value, onChoose }: Omit<Props, "name">) {
  const chosen = options.find((option) => option.value === value);
  return (
    <div class="grid gap-1.5">
      <select
        aria-labelledby="question"
        aria-describedby="question-about"
        class="select h-11 max-w-md"
        value={value ?? "nothing chosen"}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="nothing chosen" disabled>
          Choose one
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
      <p class="tabular min-h-6 text-soft" aria-live="polite">
        {chosen?.about}
      </p>
    </div>
  );
}
