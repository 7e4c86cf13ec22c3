import { AppError } from "../lib/errors.ts";
import type { Mapped, Question } from "./reading/mapped.ts";
import type { Refusal, RefusalCode } from "./reading/refusal.ts";

const TOO_LARGE: RefusalCode[] = ["file_too_large", "too_many_rows", "too_many_columns", "cell_too_long"];

/** A file that cannot be read, as an answer: 413 where a limit is exceeded, else 400. */
export function fileRefused({ code, message }: Pick<Refusal, "code" | "message">): AppError {
  return new AppError(TOO_LARGE.includes(code) ? 413 : 400, "file_refused", message, { fields: { file: message } });
}

/** What must be answered before anything can be imported, the missing columns first. */
export function unanswered([first, ...others]: Question[]): AppError {
  const columns = [first, ...others].find((question) => question?.question === "columns");
  const asked = columns ?? first;
  if (asked?.question === "date_order") {
    const { column, options, example, message } = asked;
    return new AppError(400, "question", message, {
      fields: { date_order: message },
      extra: { question: { code: "date_order", column, options, example } },
    });
  }
  const fields: Record<string, string> = {};
  for (const { field, message } of asked?.missing ?? []) fields[field] ??= message;
  return new AppError(400, "columns_missing", asked?.message ?? "Some columns are missing.", { fields });
}

const ERRORS_TOLD = 200;

/** Refuses a list without a single good row, because it would empty what callers hear. */
export function nothingToImport({ errors }: Mapped<unknown>): AppError {
  const message =
    "No row of the file could be imported, so nothing has changed. Look at the reasons and send it again.";
  return new AppError(400, "file_refused", message, {
    fields: { file: message },
    extra: { errors: errors.slice(0, ERRORS_TOLD), error_count: errors.length },
  });
}
