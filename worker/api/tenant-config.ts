import { Hono } from "hono";
import { changedFields } from "../audit/changed-fields.ts";
import type { AppEnv } from "../http/context.ts";
import { jsonBody, optionalJsonBody } from "../http/json-body.ts";
import { pageOf, pageQuery, refusedCursor } from "../http/page-query.ts";
import { notFound } from "../lib/errors.ts";
import { configChanges } from "../settings/config-schema.ts";
import { assertReadOnly, readOnlyFields } from "../settings/read-only-fields.ts";
import { restoreSettings, saveSettings } from "../settings/save-settings.ts";
import { showConfig, shownConfig } from "../settings/show-config.ts";
import { configVersions } from "../settings/store/config-versions.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

const putBody = configChanges.extend(readOnlyFields.shape);

export const tenantConfigRoute = new Hono<AppEnv & SignedIn>()
  .get("/", async (c) => c.json(await showConfig(c.get("scope"), c.get("services"))))
  .put("/", jsonBody(putBody), async (c) => {
    const body = c.req.valid("json");
    assertReadOnly(body, (await shownConfig(c.get("scope"), c.get("services"))) ?? {});
    return c.json(await saveSettings(c.get("scope"), c.get("services"), configChanges.parse(body)));
  })
  .get("/versions", pageQuery(), async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const before = cursor === undefined ? null : versionNumber(cursor);
    if (Number.isNaN(before)) throw refusedCursor();
    const rows = await configVersions(c.get("scope"), c.get("services").db, { before, limit: limit + 1 });
    const page = pageOf(rows, limit, ({ version }) => String(version));
    const items = page.items.map(({ version, changedAt, changedBy, changedByName, config }, index) => ({
      version,
      changed_at: changedAt,
      changed_by: changedByName ?? changedBy,
      changes: changedFields(rows[index + 1]?.config ?? null, config),
    }));
    return c.json({ items, next_cursor: page.next_cursor });
  })
  .post("/versions/:version/restoration", optionalJsonBody(configChanges.pick({ version: true })), async (c) => {
    const version = versionNumber(c.req.param("version"));
    if (Number.isNaN(version)) throw notFound();
    const onto = c.req.valid("json").version;
    return c.json(await restoreSettings(c.get("scope"), c.get("services"), { version, onto }));
  });

function versionNumber(text: string): number {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
}
