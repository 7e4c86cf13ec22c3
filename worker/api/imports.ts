import { Hono } from "hono";
import * as z from "zod";
import type { AppEnv } from "../http/context.ts";
import { csvDownload } from "../http/csv-download.ts";
import { listQuery, pageOf, refusedCursor } from "../http/page-query.ts";
import { activateImport, discardImport, undoImport } from "../imports/change-current.ts";
import { heldBecause } from "../imports/hold-version.ts";
import { cellRows, listKind } from "../imports/import-body.ts";
import { type ImportReply, importReply, UNREAD } from "../imports/import-reply.ts";
import { writeCsv } from "../imports/reading/write-csv.ts";
import { receiveFile, receiveRows } from "../imports/receive-import.ts";
import { findOrRefuse, showVersion } from "../imports/show-version.ts";
import { type ChangePlace, changesOf } from "../imports/store/import-changes.ts";
import { importErrorsOf, versionHistory } from "../imports/store/imports.ts";
import { completeUpload, receivePage } from "../imports/upload.ts";
import { withoutPassengers } from "../imports/without-passengers.ts";
import { notFound } from "../lib/errors.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";
import { importRequest, pageRequest, type Sent } from "./import-request.ts";

const ALL = 250_000; // more errors than a file may have rows
const completion = z.object({ activate: z.enum(["true", "false"]).default("false") });
const changes = z.object({ type: z.enum(["added", "changed", "removed"], "Choose added, changed or removed.") });

export const importsRoute = new Hono<AppEnv & SignedIn & Sent>()
  .get("/", listQuery(z.object({ kind: listKind.optional() })), async (c) => {
    const { cursor, limit, kind } = c.req.valid("query");
    const options = { kind: kind ?? null, cursor: readCursor(cursor), limit: limit + 1 };
    const rows = await versionHistory(c.get("scope"), c.get("services").db, options);
    const page = pageOf(rows, limit, ({ createdAt, id }) => `${createdAt}_${id}`);
    const items = page.items.map((version) => importReply(version, UNREAD));
    return c.json({ items, next_cursor: page.next_cursor });
  })
  .post("/", importRequest(), async (c) => {
    const [scope, services, sent, query] = [c.get("scope"), c.get("services"), c.get("sent"), c.req.valid("query")];
    const received =
      "file" in sent
        ? await receiveFile(scope, services, sent.file, query, c.get("actor"))
        : await receiveRows(scope, services, sent, query, c.get("actor"));
    const { reply } = received;
    const seen = c.get("mayRead") ? reply : withoutPassengers(reply, { isSender: true });
    if ("resumed" in received) return c.json({ ...seen, unchanged: false, held: null }, received.resumed ? 200 : 201);
    if ("takenOn" in received) return c.json({ ...seen, unchanged: false, held: null }, 202);
    const { unchanged } = received;
    return c.json({ ...seen, unchanged, held: heldBecause(reply, query.activate) }, unchanged ? 200 : 201);
  })
  .get("/:id", async (c) =>
    c.json(await asSeen(c.var, await showVersion(c.get("scope"), c.get("services"), c.req.param("id")))),
  )
  .delete("/:id", async (c) => {
    await discardImport(c.get("scope"), c.get("services"), c.req.param("id"), c.get("actor"));
    return c.body(null, 204);
  })
  .put("/:id/pages/:n", pageRequest(z.object({ rows: cellRows })), async (c) => {
    const page = Number(/^\d{1,6}$/.exec(c.req.param("n"))?.[0] ?? Number.NaN);
    if (Number.isNaN(page)) throw notFound();
    const { rows } = c.req.valid("json");
    const received = await receivePage(c.get("scope"), c.get("services"), c.req.param("id"), { page, rows });
    return c.json({ received_pages: received });
  })
  .post("/:id/completion", listQuery(completion), async (c) => {
    const sending = { actor: c.get("actor"), activate: c.req.valid("query").activate === "true" };
    const completed = await completeUpload(c.get("scope"), c.get("services"), c.req.param("id"), sending);
    const { reply } = completed;
    const seen = await asSeen(c.var, reply);
    if ("takenOn" in completed) return c.json({ ...seen, unchanged: false, held: null }, 202);
    const { unchanged } = completed;
    return c.json({ ...seen, unchanged, held: heldBecause(reply, sending.activate) }, unchanged ? 200 : 201);
  })
  .get("/:id/errors.csv", async (c) => {
    const version = await findOrRefuse(c.get("scope"), c.get("services"), c.req.param("id"));
    if (!c.get("mayRead") && version.createdBy !== c.get("actor")) throw notFound();
    const errors = await importErrorsOf(c.get("scope"), c.get("services").db, version.id, ALL);
    const rows = errors.map(({ row, column, reason }) => [row, column, reason]);
    return csvDownload(c, "import-errors.csv", writeCsv(["Row", "Column", "Reason"], rows));
  })
  .get("/:id/changes", listQuery(changes), async (c) => {
    const { type, cursor, limit } = c.req.valid("query");
    const version = await findOrRefuse(c.get("scope"), c.get("services"), c.req.param("id"));
    const found = await changesOf(c.get("scope"), c.get("services").db, version, {
      type,
      after: readPlace(cursor),
      limit: limit + 1,
    });
    const page = pageOf(found, limit, ({ place }) => JSON.stringify(place));
    return c.json({ items: page.items.map(({ place: _, ...change }) => change), next_cursor: page.next_cursor });
  })
  .post("/:id/activation", async (c) =>
    c.json(
      await asSeen(c.var, await activateImport(c.get("scope"), c.get("services"), c.req.param("id"), c.get("actor"))),
    ),
  )
  .delete("/:id/activation", async (c) =>
    c.json(await undoImport(c.get("scope"), c.get("services"), c.req.param("id"), c.get("actor"))),
  );

type Asking = (AppEnv & SignedIn)["Variables"];

/** A version for whoever asks: a key that may not read gets no passengers. */
async function asSeen({ mayRead, scope, services, actor }: Asking, reply: ImportReply): Promise<ImportReply> {
  if (mayRead) return reply;
  const { createdBy } = await findOrRefuse(scope, services, reply.id);
  return withoutPassengers(reply, { isSender: createdBy === actor });
}

const place = z.tuple([z.string(), z.int()]);

function readPlace(text: string | undefined): ChangePlace | null {
  if (text === undefined) return null;
  try {
    return place.parse(JSON.parse(text));
  } catch {
    throw refusedCursor();
  }
}

function readCursor(text: string | undefined): { at: number; id: string } | null {
  if (text === undefined) return null;
  const [, at, id] = /^(\d{1,15})_([\w:.-]+)$/.exec(text) ?? [];
  if (!at || !id) throw refusedCursor();
  return { at: Number(at), id };
}
