import type { AuditAction } from "../audit/actions.ts";
import { changedFields, type FieldChange } from "../audit/changed-fields.ts";
import { validate } from "../http/json.ts";
import { refreshSnapshots } from "../inbound/refresh-snapshots.ts";
import { AppError, notFound } from "../lib/errors.ts";
import { bringSettings } from "../numbers/bring-settings.ts";
import { phoneNumbers } from "../numbers/store/phone-numbers.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type ConfigReply, configReply } from "./config-reply.ts";
import { type ConfigChanges, DEFAULT_CONFIG, type EditableConfig, editableConfig } from "./config-schema.ts";
import { configVersion } from "./store/config-versions.ts";
import { saveConfig, savedConfig } from "./store/tenant-config.ts";

const TRIES = 5; // simultaneous saves without a version each build on the one before

type Save = {
  /** Turns the current settings (null before the first save) into the next ones. May throw an AppError. */
  next: (current: EditableConfig | null) => EditableConfig;
  /** The version it is based on, 0 before the first save. Absent means on top of whatever is there. */
  version?: number | undefined;
  audit: (changes: FieldChange[]) => { action: AuditAction; detail: Record<string, unknown> };
};

/**
 * Saves changes to a company's settings, which apply from the next call. A save that changes nothing makes no version.
 * @throws AppError 409 version_conflict with the `current` settings when somebody else has saved in between
 */
export async function saveSettings(scope: UserScope, services: Services, changes: ConfigChanges): Promise<ConfigReply> {
  const { version, ...fields } = changes;
  return save(scope, services, {
    version,
    next: (current) => withName({ ...(current ?? DEFAULT_CONFIG), ...given(fields) }),
    audit: (changes) => ({ action: "settings.saved", detail: { changes } }),
  });
}

/**
 * Makes an earlier version the newest one. It may be older than some settings, so it is checked against today's rules.
 * `onto` is the version that the operator sees as the current one.
 * @throws AppError 404, or 409 version_conflict as above
 */
export async function restoreSettings(
  scope: UserScope,
  services: Services,
  { version, onto }: { version: number; onto?: number | undefined },
): Promise<ConfigReply> {
  const stored = await configVersion(scope, services.db, version);
  if (!stored) throw notFound();
  const config = validate(editableConfig, { ...DEFAULT_CONFIG, ...stored });
  return save(scope, services, {
    version: onto,
    next: () => config,
    audit: (changes) => ({ action: "settings.restored", detail: { changes, restored: version } }),
  });
}

async function save(scope: UserScope, services: Services, { next, version, audit }: Save): Promise<ConfigReply> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [before, numbers] = await Promise.all([savedConfig(scope, services.db), phoneNumbers(scope, services.db)]);
    if (version !== undefined && version !== (before?.version ?? 0)) {
      throw conflict(before && configReply(before, numbers));
    }
    const config = next(before?.config ?? null);
    const changes = changedFields(before?.config ?? null, config);
    if (before && changes.length === 0) return configReply(before, numbers);
    const saved = await saveConfig(scope, services.db, { config, before, at: services.now(), audit: audit(changes) });
    if (saved) {
      await refreshSnapshots(scope, services);
      bringSettings(
        scope,
        services,
        changes.map(({ field }) => field),
      );
      return configReply(saved, numbers);
    }
  }
  throw new AppError(409, "conflict", "Somebody else is saving at the same moment. Try again.");
}

/** Only the fields that were sent; absent fields stay as they are. */
function given(fields: Partial<ConfigChanges>): Partial<EditableConfig> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function withName(
  config: Omit<EditableConfig, "company_name"> & { company_name?: string | undefined },
): EditableConfig {
  const { company_name } = config;
  if (company_name !== undefined) return { ...config, company_name };
  const fields = { company_name: "Enter your company's name." };
  throw new AppError(400, "validation_failed", "Give your company's name first.", { fields });
}

function conflict(current: ConfigReply | null): AppError {
  const message = "These settings were changed elsewhere since you opened them. Look at the changes, then save again.";
  return new AppError(409, "version_conflict", message, { fields: {}, extra: { current } });
}
