import { zodResolver } from "@hookform/resolvers/zod";
import type { FunctionComponent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { FormProvider, useForm } from "react-hook-form";
import { isTimeZone } from "../../worker/hours/time-zone.ts";
import { type EditableConfig, editableConfig } from "../../worker/settings/config-schema.ts";
import { Notice } from "../components/Notice.tsx";
import { useOneAtATime } from "../components/use-one-at-a-time.ts";
import type { Config } from "../replies.ts";
import { type FormValues, formValues } from "../settings/form-values.ts";
import { RoutingFields } from "../settings/RoutingFields.tsx";
import { useSave } from "../settings/use-save.ts";
import { useUnsaved } from "../shell/use-unsaved.ts";
import { CompanyStep } from "./CompanyStep.tsx";
import { GreetingStep } from "./GreetingStep.tsx";
import { HoursStep } from "./HoursStep.tsx";
import { NumberStep } from "./NumberStep.tsx";
import { ProgressLine } from "./ProgressLine.tsx";
import { ReservationsStep } from "./ReservationsStep.tsx";
import { StepButtons } from "./StepButtons.tsx";
import { STEPS, type Step, stepBeside } from "./steps.ts";

/** Steps that are fields of the settings; the others have forms of their own. */
const FIELDS: Partial<Record<Step, FunctionComponent>> = {
  company: CompanyStep,
  greeting: GreetingStep,
  hours: HoursStep,
  answers: RoutingFields,
};

type Props = { step: Step; config: Config | null; email: string };

/** One step at a time, each saved with "Save and continue". A step that is skipped stays as it was. */
export function Wizard({ step, config, email }: Props) {
  const { route } = useLocation();
  const form = useForm<FormValues, unknown, EditableConfig>({
    defaultValues: { ...formValues(config, email), ...(config ? {} : guessedZone()) },
    resolver: zodResolver(editableConfig),
  });
  const { save, take, stored, status, conflict } = useSave({ form, config, email });
  const once = useOneAtATime();
  useUnsaved(form.formState.isDirty);
  const heading = useFocusOnChange(step);
  const Fields = FIELDS[step];
  const go = (by: 1 | -1) => {
    const to = stepBeside(step, by);
    route(to ? `/welcome?step=${to}` : "/");
  };
  const leave = (by: 1 | -1) => {
    take(stored); // what was typed but not saved is dropped
    go(by);
  };
  const saveAndGo = async (values: EditableConfig) => {
    if (await save(values)) go(1);
  };
  const title = (
    <h2 ref={heading} tabIndex={-1} class="text-lg font-semibold outline-none">
      {STEPS[step]}
    </h2>
  );
  const buttons = (
    <StepButtons step={step} saves={Fields !== undefined} busy={status.kind === "saving"} onLeave={leave} />
  );
  return (
    <FormProvider {...form}>
      <ProgressLine step={step} locked={stored === null} />
      {Fields ? (
        <form
          noValidate
          aria-label={STEPS[step]}
          class="panel grid gap-6 p-5 sm:p-7"
          onSubmit={(event) => {
            event.preventDefault();
            void once(form.handleSubmit(saveAndGo));
          }}
        >
          {title}
          {status.kind === "failed" && (
            <Notice kind="error">
              {status.message} {conflict && "Reload this page to see their settings."}
            </Notice>
          )}
          <Fields key={step} />
          {buttons}
        </form>
      ) : (
        <section aria-label={STEPS[step]} class="panel grid gap-6 p-5 sm:p-7">
          {title}
          {step === "reservations" ? <ReservationsStep /> : <NumberStep />}
          {buttons}
        </section>
      )}
    </FormProvider>
  );
}

/** The browser's zone, for a company that has none yet. It is shown with the hours. */
function guessedZone(): { timezone?: string } {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone && isTimeZone(timeZone) ? { timezone: timeZone } : {};
}

/** Moves the focus to the heading when another step opens. */
function useFocusOnChange(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return heading;
}
