import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { validate } from "../http/json.ts";
import { jsonBody, optionalJsonBody } from "../http/json-body.ts";
import { pageOf, pageQuery, refusedCursor } from "../http/page-query.ts";
import { AppError, notFound } from "../lib/errors.ts";
import { phoneNumbers } from "../numbers/store/phone-numbers.ts";
import { changedFields } from "../settings/changed-fields.ts";
import { configReply } from "../settings/config-reply.ts";
import { configChanges, editableConfig } from "../settings/config-schema.ts";
import { DEFAULT_CONFIG } from "../settings/default-config.ts";
import { assertReadOnly, readOnlyFields } from "../settings/read-only-fields.ts";
import { restoreSettings, saveSettings } from "../settings/save-settings.ts";
import { configVersion, configVersions } from "../settings/store/config-versions.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

const putBody = configChanges.extend(readOnlyFields.shape);

export const tenantConfigRoute = new Hono<AppEnv & SignedIn>()
  .get("/", async (c) => {
    const { db } = c.get("services");
    const [saved, numbers] = await Promise.all([savedConfig(c.get("scope"), db), phoneNumbers(c.get("scope"), db)]);
    if (!saved) throw new AppError(404, "not_configured", "Nothing is saved yet. Save your settings to begin.");
    return c.json(configReply(saved, numbers));
  })
  .put("/", jsonBody(putBody), async (c) => {
    const { db } = c.get("services");
    const body = c.req.valid("json");
    const [saved, numbers] = await Promise.all([savedConfig(c.get("scope"), db), phoneNumbers(c.get("scope"), db)]);
    assertReadOnly(body, saved ? configReply(saved, numbers) : {});
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
    const stored = Number.isNaN(version) ? null : await configVersion(c.get("scope"), c.get("services").db, version);
    if (!stored) throw notFound();
    const config = validate(editableConfig, { ...DEFAULT_CONFIG, ...stored }); // it may be older than a setting
    const onto = c.req.valid("json").version;
    return c.json(await restoreSettings(c.get("scope"), c.get("services"), { config, version, onto }));
  });

function versionNumber(text: string): number {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
}
