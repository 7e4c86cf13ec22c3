/** A refusal by the server, or a server that could not be reached (code "offline"). */
export class RequestError extends Error {
  readonly status: number;
  readonly code: string;
  /** Reasons by field name, for the form that sent them. */
  readonly fields: Record<string, string>;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    const { code, message, fields } = errorIn(body);
    super(message ?? messageFor(status));
    this.status = status;
    this.code = code ?? "unknown";
    this.fields = fields ?? {};
    this.body = body;
  }
}

export function offline(): RequestError {
  return new RequestError(0, { error: { code: "offline" } });
}

type ErrorFields = { code?: string; message?: string; fields?: Record<string, string> };

/** Our API nests its error; the account endpoints put code and message at the top. */
function errorIn(body: unknown): ErrorFields {
  if (!isRecord(body)) return {};
  const error = isRecord(body.error) ? body.error : body;
  const { code, message, fields } = error;
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

function messageFor(status: number): string {
  if (status === 0) return "Nightdesk cannot be reached. Check your connection and try again.";
  if (status === 401) return "You are signed out. Sign in to continue.";
  if (status === 429) return "Too many attempts. Wait a minute, then try again.";
  if (status >= 500) return "Something went wrong on our side. Try again in a moment.";
  return "That did not work. Check what you entered and try again.";
}
