import type { ComponentChildren } from "preact";

export type FieldAttributes = {
  id: string;
  "aria-invalid": "true" | undefined;
  "aria-describedby": string | undefined;
};

type Props = {
  id: string;
  label: ComponentChildren;
  /** Help, shown below the field. */
  hint?: ComponentChildren;
  /** What the field is for, shown above it; for tall fields. */
  note?: ComponentChildren;
  error?: string | undefined;
  children: (attributes: FieldAttributes) => ComponentChildren;
};

/** A label and its field, with help or an error below; screen readers read them with the field. */
export function Field({ id, label, hint, note, error, children }: Props) {
  const notes = [error && `${id}-error`, (hint || note) && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div class="grid content-start gap-1.5">
      <label for={id} class="font-medium">
        {label}
      </label>
      {note && (
        <div id={`${id}-hint`} class="-mt-1 mb-1 text-sm text-soft">
          {note}
        </div>
      )}
      {children({ id, "aria-invalid": error ? "true" : undefined, "aria-describedby": notes || undefined })}
      {error && (
        <p id={`${id}-error`} class="text-sm font-medium text-error">
          {error}
        </p>
      )}
      {hint && (
        <div id={`${id}-hint`} class="text-sm text-soft">
          {hint}
        </div>
      )}
    </div>
  );
}
