import { type Step, stepBeside } from "./steps.ts";

type Props = {
  step: Step;
  /** Whether "continue" saves the step's form. */
  saves: boolean;
  busy: boolean;
  /** Leaves the step without saving. */
  onLeave: (by: 1 | -1) => void;
};

/** Back, skip and continue. The company's name cannot be skipped, because everything else needs it. */
export function StepButtons({ step, saves, busy, onLeave }: Props) {
  return (
    <div class="flex flex-wrap items-center justify-end gap-3 border-t border-line pt-5">
      {stepBeside(step, -1) && (
        <button type="button" class="btn btn-ghost mr-auto h-11" onClick={() => onLeave(-1)}>
          Back
        </button>
      )}
      {saves && step !== "company" && (
        <button type="button" class="btn btn-ghost h-11" onClick={() => onLeave(1)}>
          Skip
        </button>
      )}
      {saves ? (
        <button type="submit" class="btn btn-primary h-11" aria-disabled={busy}>
          Save and continue
        </button>
      ) : (
        <button type="button" class="btn btn-primary h-11" onClick={() => onLeave(1)}>
          {stepBeside(step, 1) ? "Continue" : "Finish"}
        </button>
      )}
    </div>
  );
}
