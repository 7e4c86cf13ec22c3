import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

// The house's rules about who may import whom. Each rule tells which imports break it, and gives one that does.

type Import = { from: string; to: string; typeOnly: boolean };
type Rule = { breaks: (found: Import) => boolean; example: [from: string, to: string] };

const SOURCES = ["worker", "drizzle", "dashboard", "emulator", "scripts"].flatMap(filesBelow).filter(isTypeScript);
const PRODUCT = SOURCES.filter((file) => !/\.test\.tsx?$|^worker\/testing\//.test(file));
const IMPORTS = PRODUCT.flatMap(importsOf);

/** Folders and files that decide without I/O. */
const PURE = [
  "worker/lib/",
  "worker/hours/",
  "worker/routing/",
  "worker/reservations/",
  "worker/imports/",
  "worker/agent/",
  "worker/tenants/",
  "worker/numbers/number-schema",
  "worker/messages/category-words",
  "worker/messages/message-schema",
];
const PURE_MAY_REACH = [
  ...PURE,
  "worker/tools/argument",
  "worker/tools/check-reservation-args",
  "worker/tools/take-message-args",
];
const DASHBOARD_MAY_REACH = PURE.filter((path) => path !== "worker/agent/");
const DOOR = /^worker\/(inbound|tools|calls|telephony|api)\/routes?\.ts$/;
const DOMAIN = /^worker\/(db|hours|reservations|imports|routing|agent|tenants|numbers|vault|retell|lib|overview)\//;

const rules: Record<string, Rule> = {
  "lib/ imports nothing of ours but lib/": {
    breaks: ({ from, to }) => from.startsWith("worker/lib/") && isOurs(to) && !to.startsWith("worker/lib/"),
    example: ["worker/lib/a.ts", "worker/db/b.ts"],
  },
  "pure files reach only other pure files, types excepted": {
    breaks: ({ from, to, typeOnly }) => within(from, PURE) && isOurs(to) && !typeOnly && !within(to, PURE_MAY_REACH),
    example: ["worker/hours/a.ts", "worker/db/b.ts"],
  },
  "only db/ imports drizzle-orm and the schema; the accounts' library brings its own adapter": {
    breaks: ({ from, to, typeOnly }) =>
      from.startsWith("worker/") &&
      !/^worker\/(db|accounts)\//.test(from) &&
      !typeOnly &&
      (to.startsWith("drizzle-orm") || to.startsWith("drizzle/") || to.includes("drizzle-adapter")),
    example: ["worker/tools/a.ts", "drizzle-orm/d1"],
  },
  "the unscoped directory is for gates, jobs and accounts alone": {
    breaks: ({ from, to }) => to === "worker/db/directory.ts" && !/^worker\/(tenancy|jobs|accounts)\//.test(from),
    example: ["worker/tools/a.ts", "worker/db/directory.ts"],
  },
  "a scope is minted by a gate alone": {
    breaks: ({ from, to, typeOnly }) =>
      from.startsWith("worker/") &&
      to === "worker/tenancy/scope.ts" &&
      !typeOnly &&
      !from.startsWith("worker/tenancy/"),
    example: ["worker/tools/a.ts", "worker/tenancy/scope.ts"],
  },
  "no door imports another door": {
    breaks: ({ from, to }) => DOOR.test(from) && DOOR.test(to),
    example: ["worker/inbound/route.ts", "worker/tools/route.ts"],
  },
  "domain folders never import hono": {
    breaks: ({ from, to }) => DOMAIN.test(from) && /^@?hono\b/.test(to),
    example: ["worker/reservations/a.ts", "hono/factory"],
  },
  "the dashboard imports one type of the worker, and what is pure": {
    breaks: ({ from, to, typeOnly }) =>
      from.startsWith("dashboard/") &&
      to.startsWith("worker/") &&
      !(typeOnly && to === "worker/api/routes.ts") &&
      !within(to, DASHBOARD_MAY_REACH),
    example: ["dashboard/a.tsx", "worker/db/b.ts"],
  },
  "the worker imports nothing of the dashboard, the emulator or the scripts": {
    breaks: ({ from, to }) => from.startsWith("worker/") && /^(dashboard|emulator|scripts)\//.test(to),
    example: ["worker/a.ts", "emulator/b.ts"],
  },
  "the whole retell-sdk is never part of a ringing phone": {
    breaks: ({ from, to, typeOnly }) =>
      from.startsWith("worker/") && to === "retell-sdk" && !typeOnly && !from.startsWith("worker/retell/"),
    example: ["worker/tools/a.ts", "retell-sdk"],
  },
};

describe("who may import whom", () => {
  it.each(Object.entries(rules))("%s", (_, { breaks, example: [from, to] }) => {
    expect(breaks({ from, to, typeOnly: false }), "the rule can tell").toBe(true);
    expect(IMPORTS.filter(breaks)).toEqual([]);
  });

  it("the environment is read in env.ts and services.ts alone", () => {
    const reading = /\bc\.env\b|\bprocess\.env\b|from "cloudflare:workers"/;
    const readers = PRODUCT.filter((file) => file.startsWith("worker/") && reading.test(read(file)));
    // app.ts and later.ts hand the environment over without looking into it.
    const allowed = ["worker/app.ts", "worker/http/later.ts", "worker/env.ts", "worker/services.ts"];
    expect(readers.filter((file) => !allowed.includes(file))).toEqual([]);
  });

  it("finds the imports that there are", () => {
    expect(IMPORTS).toContainEqual({ from: "worker/app.ts", to: "worker/tools/route.ts", typeOnly: false });
    expect(IMPORTS.length).toBeGreaterThan(200);
  });
});

function within(file: string, folders: string[]): boolean {
  return folders.some((folder) => file.startsWith(folder));
}

function isOurs(file: string): boolean {
  return /^(worker|drizzle|dashboard|emulator|scripts)\//.test(file);
}

function importsOf(file: string): Import[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g;
  return [...read(file).matchAll(pattern)].map(([, type, from, dynamic, bare]) => {
    const target = from ?? dynamic ?? bare ?? "";
    const to = target.startsWith(".") ? normalize(join(dirname(file), target)) : target;
    return { from: file, to, typeOnly: type !== undefined };
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function isTypeScript(file: string): boolean {
  return /\.tsx?$/.test(file);
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}
