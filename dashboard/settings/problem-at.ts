import { get } from "react-hook-form";

/** Why this field, or this list as a whole, was refused. The form keeps the problem of a list at its root. */
export function problemAt(errors: object, name: string): string | undefined {
  const message: unknown = get(errors, `${name}.root.message`) ?? get(errors, `${name}.message`);
  return typeof message === "string" ? message : undefined;
}
