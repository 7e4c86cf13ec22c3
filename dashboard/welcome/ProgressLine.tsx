import { STEP_NAMES, STEPS, type Step } from "./steps.ts";

type Props = { step: Step; locked: boolean };

/** Where the operator is, in words and as a line. Steps can be opened in any order once the company has its name. */
export function ProgressLine({ step, locked }: Props) {
  const at = STEP_NAMES.indexOf(step);
  return (
    <nav aria-label="Steps" class="grid gap-1">
      <p class="tabular text-sm text-soft">
        Step {at + 1} of {STEP_NAMES.length}
      </p>
      <ol class="grid grid-cols-6 gap-1.5 text-sm text-soft">
        {STEP_NAMES.map((name, index) => {
          const label = (
            <>
              <span class={`mb-1.5 block h-1.5 rounded-full ${index <= at ? "bg-primary" : "bg-base-300"}`} />
              <span class="max-md:sr-only">{STEPS[name]}</span>
            </>
          );
          if (locked)
            return (
              <li key={name} class="pt-4">
                {label}
              </li>
            );
          return (
            <li key={name}>
              <a
                href={`/welcome?step=${name}`}
                aria-current={name === step ? "step" : undefined}
                class="block min-h-11 pt-4 aria-[current]:font-semibold aria-[current]:text-base-content"
              >
                {label}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
