import { createMiddleware } from "hono/factory";
import type * as z from "zod";
import type { AppEnv } from "../http/context.ts";
import { parseJson, validate } from "../http/json.ts";
import { reading } from "../http/known-query.ts";
import { readBytes } from "../http/read-bytes.ts";
import { type ImportBody, importBody, importQuery } from "../imports/import-body.ts";
import { MAX_FILE_BYTES } from "../imports/reading/limits.ts";
import { refuse } from "../imports/reading/refusal.ts";
import { fileRefused } from "../imports/refused.ts";
import { AppError } from "../lib/errors.ts";

/** What was sent: a file, or rows as JSON. */
export type Sent = { Variables: { sent: { file: Uint8Array } | { body: ImportBody; bytes: Uint8Array } } };

type Typed = {
  in: { query: z.input<typeof importQuery>; json: z.input<typeof importBody> };
  out: { query: z.output<typeof importQuery> };
};

/** The body of an import, at most 20 MB, and its query. Any body that is not declared as JSON is read as a file. */
export function importRequest() {
  const middleware = createMiddleware<AppEnv & Sent, string, Typed>(async function importRequest(c, next) {
    c.req.addValidatedData("query", validate(importQuery, c.req.query()));
    const type = c.req.header("content-type") ?? "";
    if (/^multipart\//i.test(type)) {
      throw new AppError(400, "bad_request", "Send the file itself as the body: curl --data-binary @file.csv");
    }
    const file = await boundedBody(c.req.raw);
    const isJson = /^application\/json\b/i.test(type);
    c.set("sent", isJson ? { body: validate(importBody, parseJson(utf8.decode(file))), bytes: file } : { file });
    await next();
  });
  return reading(Object.keys(importQuery.shape), middleware);
}

/** One page of rows, as JSON. */
export function pageRequest<Schema extends z.ZodType>(schema: Schema) {
  return createMiddleware<AppEnv, string, { in: { json: z.input<Schema> }; out: { json: z.output<Schema> } }>(
    async function pageRequest(c, next) {
      const body = validate(schema, parseJson(utf8.decode(await boundedBody(c.req.raw))));
      c.req.addValidatedData("json", body as object); // the schema's output, as the type above says
      await next();
    },
  );
}

const utf8 = new TextDecoder();

async function boundedBody(request: Request): Promise<Uint8Array> {
  const bytes = await readBytes(request, MAX_FILE_BYTES);
  if (bytes === null) throw fileRefused(refuse("file_too_large"));
  return bytes;
}
