/** The parts of an environment of `wrangler.toml` that a deployment depends on, as wrangler reads them. */
export type DeployConfig = {
  name?: string | undefined;
  workers_dev?: boolean | undefined;
  preview_urls?: boolean | undefined;
  routes?: (string | { pattern: string })[] | undefined;
  vars: Record<string, unknown>;
  d1_databases: { database_id?: string | undefined }[];
  kv_namespaces: { id?: string | undefined }[];
  r2_buckets: { bucket_name?: string | undefined }[];
  queues: { producers?: { queue: string }[] | undefined; consumers?: { queue: string }[] | undefined };
};

/** What must be put right in `wrangler.toml` before it can be deployed; empty if nothing. */
export function configTroubles(config: DeployConfig): string[] {
  const { vars } = config;
  const publicUrl = String(vars.PUBLIC_URL ?? "");
  const host = URL.canParse(publicUrl) ? new URL(publicUrl).host : "";
  const served = (config.routes ?? []).map((route) => (typeof route === "string" ? route : route.pattern));
  const addresses = { PUBLIC_URL: publicUrl, MAIL_FROM: String(vars.MAIL_FROM ?? "") };
  return [
    ...placeholders(
      "the id of the database",
      config.d1_databases.map((one) => one.database_id),
    ),
    ...placeholders(
      "the id of the KV namespace",
      config.kv_namespaces.map((one) => one.id),
    ),
    ...Object.entries(addresses).flatMap(([name, value]) =>
      value === "" || /\.example\b/.test(value) ? [`${name} is still a placeholder: ${value}`] : [],
    ),
    ...(publicUrl.startsWith("https://") ? [] : ["PUBLIC_URL must begin with https://."]),
    ...(served.includes(host) ? [] : [`No route serves PUBLIC_URL: add ${host} to routes as a custom domain.`]),
    ...(config.workers_dev === false ? [] : ["workers_dev must be false, or the Worker has a second address."]),
    ...(config.preview_urls === false ? [] : ["preview_urls must be false, or every version has an address."]),
    ...(vars.RETELL_API_URL === "https://api.retellai.com" ? [] : ["RETELL_API_URL must be https://api.retellai.com."]),
    ...(vars.LEGACY_CALLS === "unfiltered" ? ["LEGACY_CALLS must not be unfiltered."] : []),
  ];
}

function placeholders(what: string, ids: (string | undefined)[]): string[] {
  if (ids.length === 0) return [`There is no binding for ${what}.`];
  return ids.some((id) => !id || /^[0-]+$/.test(id)) ? [`Put ${what} into wrangler.toml.`] : [];
}
