/** What the server said no with, or why it could not be reached (code "offline"). */
export class RequestError extends Error {
  readonly status: number;
  readonly code: string;
  /** Reasons by field name, for the form that sent them. */
  readonly fields: Record<string, string>;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    const { code, message, fields } = errorIn(body);
    super(message ?? wordsFor(status));
    this.status = status;
    this.code = code ?? "unknown";
    this.fields = fields ?? {};
    this.body = body;
  }
}

export function offline(): RequestError {
  return new RequestError(0, { error: { code: "offline" } });
}

type Told = { code?: string; message?: string; fields?: Record<string, string> };

/** Our API nests its error; the account endpoints put code and message at the top. */
function errorIn(body: unknown): Told {
  if (!isRecord(body)) return {};
  const told = isRecord(body.error) ? body.error : body;
  const { code, message, fields } = told;
  return {
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof message === "string" ? { message } : {}),
    ...(isRecord(fields) ? { fields: textsIn(fields) } : {}),
  };
}

function textsIn(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wordsFor(status: number): string {
  if (status === 0) return "Nightdesk cannot be reached. Check your connection and try again.";
  if (status === 401) return "You are signed out. Sign in to go on.";
  if (status === 429) return "Too many attempts. Wait a minute, then try again.";
  if (status >= 500) return "Something went wrong at our end. Try again in a moment.";
  return "This did not work. Check what you entered and try again.";
}
