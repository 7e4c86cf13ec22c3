import type { warningList } from "./notes.ts";
import type { Doubt } from "./recognise-columns.ts";

type Known = {
  mapping: Partial<Record<string, number[]>>;
  alternatives: Doubt<string>[];
  title: (field: string) => string;
};

/**
 * What the operator must know about the columns as a whole: who could not prove who they are, and what else would fit.
 */
export function noteColumns({ mapping, alternatives, title }: Known, warnings: ReturnType<typeof warningList>): void {
  if (!mapping.telephone) {
    const message =
      "No column with the passengers' telephone numbers was found: nobody is recognised by the number they call from. Choose it if the list has one.";
    warnings.about("no_phone_column", "", message);
  }
  if (!mapping.customer_name) {
    const message =
      "No column with the passengers' names was found: nobody can prove with their last name who they are. Choose it if the list has one.";
    warnings.about("no_name_column", "", message);
  }
  for (const { field, columns } of alternatives) {
    const [, ...others] = columns;
    const message = `“${title(field)}” was taken as the ${field.replaceAll("_", " ")}; “${others.join("”, “")}” could be it as well.`;
    warnings.about("another_column", title(field), message);
  }
}
