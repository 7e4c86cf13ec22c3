import { useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import type { FieldPath, UseFormReturn } from "react-hook-form";
import type { EditableConfig } from "../../worker/settings/config-schema.ts";
import { api, bodyOf } from "../api.ts";
import type { Config } from "../replies.ts";
import { RequestError } from "../request-error.ts";
import { configQuery } from "./config-query.ts";
import { changedFields, enteredFields, type FormValues, fieldNames, formValues } from "./form-values.ts";

export type SaveStatus = { kind: "idle" | "saving" | "saved" | "restored" } | { kind: "failed"; message: string };

/**
 * Somebody else saved after this form was loaded. `mine` are the fields changed here; `problem` is the reason if saving
 * them over theirs failed.
 */
export type Conflict = { mine: Partial<EditableConfig>; theirs: Config; problem?: string };

type Options = {
  form: UseFormReturn<FormValues, unknown, EditableConfig>;
  config: Config | null;
  email: string;
};

/** Saves what was changed, based on the version that the form shows, and puts the result into the form. */
export function useSave({ form, config, email }: Options) {
  const queries = useQueryClient();
  const [stored, setStored] = useState(config);
  const [status, setStatus] = useState<SaveStatus>({ kind: "idle" });
  const [conflict, setConflict] = useState<Conflict>();

  const take = (next: Config | null) => {
    setStored(next);
    setConflict(undefined);
    setStatus({ kind: "idle" });
    form.reset(formValues(next, email));
    queries.setQueryData(configQuery.queryKey, next);
  };

  const takeAs = (kind: "saved" | "restored", next: Config) => {
    take(next);
    setStatus({ kind });
    void queries.invalidateQueries({ queryKey: ["overview"] });
  };

  /** Resolves to whether it is saved. */
  const send = async (changes: Partial<EditableConfig>, mine: Partial<EditableConfig>, version: number) => {
    setStatus({ kind: "saving" });
    try {
      takeAs("saved", await bodyOf(api["tenant-config"].$put({ json: { ...changes, version } })));
      return true;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const theirs = error.code === "version_conflict" ? currentIn(error.body) : undefined;
      if (theirs) setConflict({ mine, theirs });
      else {
        showRefusal(form, error);
        setConflict((open) => open && { ...open, problem: error.message });
      }
      setStatus({
        kind: "failed",
        message: theirs ? "Somebody else saved these settings in the meantime." : error.message,
      });
      return false;
    }
  };

  return {
    stored,
    status,
    conflict,
    take,
    /** Version 0 means that nothing was stored when this form was opened. */
    save: (values: EditableConfig) =>
      send(changedFields(values, stored), enteredFields(values, stored, email), stored?.version ?? 0),
    saveOver: async () => {
      if (conflict) await send(conflict.mine, conflict.mine, conflict.theirs.version);
    },
    keepEditing: () => setConflict(undefined),
    showRestored: (next: Config) => takeAs("restored", next),
  };
}

/** Shows each reason at its field and focuses the first. */
function showRefusal(form: Options["form"], error: RequestError): void {
  const known = Object.entries(error.fields).filter((entry): entry is [FieldPath<FormValues>, string] =>
    fieldNames().some((name) => name === entry[0].split(".")[0]),
  );
  for (const [index, [name, message]] of known.entries()) {
    form.setError(name, { message }, { shouldFocus: index === 0 });
  }
}

function currentIn(body: unknown): Config | undefined {
  if (typeof body !== "object" || body === null || !("current" in body)) return undefined;
  return isConfig(body.current) ? body.current : undefined;
}

/** It comes from our own server, so two fields are enough to recognize it. */
function isConfig(value: unknown): value is Config {
  return typeof value === "object" && value !== null && "version" in value && "company_name" in value;
}
