import { zodResolver } from "@hookform/resolvers/zod";
import { History } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { FormProvider, useForm } from "react-hook-form";
import { type EditableConfig, editableConfig } from "../../worker/settings/config-schema.ts";
import { ApiKeysSection } from "../api-keys/ApiKeysSection.tsx";
import { BlockedCallersSection } from "../blocked-callers/BlockedCallersSection.tsx";
import { CloseAccountSection } from "../closure/CloseAccountSection.tsx";
import { useOneAtATime } from "../components/use-one-at-a-time.ts";
import type { Config } from "../replies.ts";
import { useUnsaved } from "../shell/use-unsaved.ts";
import { BehaviourSection } from "./BehaviourSection.tsx";
import { CompanySection } from "./CompanySection.tsx";
import { ConflictDialog } from "./ConflictDialog.tsx";
import { type FormValues, formValues } from "./form-values.ts";
import { HistoryDrawer } from "./HistoryDrawer.tsx";
import { MessagesSection } from "./MessagesSection.tsx";
import { NumbersSection } from "./NumbersSection.tsx";
import { ReservationDaysSection } from "./ReservationDaysSection.tsx";
import { RetentionSection } from "./RetentionSection.tsx";
import { RoutingSection } from "./RoutingSection.tsx";
import { SaveBar } from "./SaveBar.tsx";
import { useSave } from "./use-save.ts";
import { WeekPanel } from "./WeekPanel.tsx";

type Props = { config: Config | null; email: string };

export function SettingsForm({ config, email }: Props) {
  const form = useForm<FormValues, unknown, EditableConfig>({
    defaultValues: formValues(config, email),
    resolver: zodResolver(editableConfig),
  });
  const { save, saveOver, keepEditing, showRestored, take, stored, conflict, status } = useSave({
    form,
    config,
    email,
  });
  const once = useOneAtATime();
  const [historyOpen, setHistoryOpen] = useState(false);
  const { isDirty } = form.formState;
  useUnsaved(isDirty);
  useEffect(goToAnchor, []);
  return (
    <FormProvider {...form}>
      <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div class="grid gap-6">
          <form
            id="settings"
            noValidate
            class="grid gap-6"
            onSubmit={(event) => {
              event.preventDefault();
              void once(form.handleSubmit(save));
            }}
          >
            <CompanySection />
            <BehaviourSection />
            <RoutingSection />
          </form>
          <NumbersSection />
          <MessagesSection operatorEmail={stored?.operator_email ?? email} />
          <ApiKeysSection />
          <BlockedCallersSection />
          <RetentionSection />
          <ReservationDaysSection />
          <CloseAccountSection email={email} />
        </div>
        <aside
          aria-label="Preview"
          class="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-8rem)] lg:overflow-y-auto lg:rounded-box"
        >
          <WeekPanel />
          {stored && (
            <button type="button" class="btn mt-4 h-11 w-full font-medium" onClick={() => setHistoryOpen(true)}>
              <History size={17} aria-hidden="true" /> History of changes
            </button>
          )}
        </aside>
      </div>
      <SaveBar stored={stored} status={status} dirty={isDirty} onDiscard={() => take(stored)} />
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          onKeepEditing={keepEditing}
          onTakeTheirs={() => take(conflict.theirs)}
          onKeepMine={() => void once(saveOver)}
        />
      )}
      {historyOpen && stored && (
        <HistoryDrawer
          unsaved={isDirty}
          current={stored}
          onRestored={showRestored}
          onClose={() => setHistoryOpen(false)}
        />
      )}
    </FormProvider>
  );
}

/** Fields that other pages link to, by the names used in those links. */
const ANCHORS: Record<string, string> = { greeting: "welcome_message", "office-phone": "office_phone" };

function goToAnchor(): void {
  const anchor = location.hash.slice(1);
  const place = document.getElementById(ANCHORS[anchor] ?? anchor);
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}
