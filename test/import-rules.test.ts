import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

// The rules about who may import whom. Each rule says which imports break it and gives an example that does.

type Import = { from: string; to: string; typeOnly: boolean; names?: string[] };
type Rule = { breaks: (found: Import) => boolean; example: [from: string, to: string, name?: string] };

const SOURCES = ["worker", "drizzle", "dashboard", "emulator", "scripts"].flatMap(filesBelow).filter(isTypeScript);
const PRODUCT = SOURCES.filter((file) => !/\.test\.tsx?$|^worker\/testing\//.test(file));
const IMPORTS = PRODUCT.flatMap(importsOf);

/** Folders that decide without I/O. What the dashboard shares with the worker is held to the same. */
const PURE = ["lib", "phone", "hours", "routing", "agent", "imports/reading"].map((folder) => `worker/${folder}/`);
const DATABASE = /^worker\/db\/|^worker\/[\w-]+\/store\//;
const DOOR = /^worker\/(inbound|tools|calls|telephony|api)\/routes?\.ts$/;
const HONO_MAY_BE_IN = /^worker\/(app|index|env|services)\.ts$|^worker\/(http|api|tenancy|accounts)\/|\/route\.ts$/;
const CHANGING = /^(save(?!d)|insert|change(?!s)|delete|remove|block(?!ed)|unblock|revoke|mark|claim|undo|activate)/;
const INPUT_OUTPUT =
  /^worker\/(db|http|tenancy|retell|vault|mail|jobs|api)\/|^worker\/[\w-]+\/store\/|^worker\/(services|app|index)\.ts$|^drizzle\/|^(drizzle-orm|hono|@hono|retell-sdk|cloudflare:)/;

/** Where a file stands. What it imports by value stands on its own floor or below. */
function floorOf(file: string): number {
  if (file.startsWith("worker/lib/")) return 0;
  if (/^worker\/(app|index)\.ts$/.test(file)) return 5;
  if (/^worker\/(api|jobs)\/|\/route\.ts$/.test(file)) return 4; // doors
  if (!DOES_IO.has(file)) return 1; // words and decisions
  return DATABASE.test(file) || file.startsWith("worker/http/") ? 2 : 3; // statements and plumbing; use-cases and gates
}

/** Files of the worker that speak to the outside, themselves or through others. */
const DOES_IO = new Set(PRODUCT.filter((file) => isWorker(file) && [...reachedFrom([file])].some(speaksOutside)));

/** The pure folders, what the dashboard imports by value, and what both reach. */
const PURE_FILES = reachedFrom([
  ...PRODUCT.filter((file) => PURE.some((folder) => file.startsWith(folder))),
  ...IMPORTS.filter(({ from, to, typeOnly }) => from.startsWith("dashboard/") && isWorker(to) && !typeOnly).map(
    ({ to }) => to,
  ),
]);

const rules: Record<string, Rule> = {
  "lib/ imports nothing of ours but lib/": {
    breaks: ({ from, to }) => from.startsWith("worker/lib/") && isOurs(to) && !to.startsWith("worker/lib/"),
    example: ["worker/lib/a.ts", "worker/db/b.ts"],
  },
  "what decides, and what the dashboard shares, does no I/O, through however many files": {
    breaks: ({ from, to, typeOnly }) => !typeOnly && PURE_FILES.has(from) && INPUT_OUTPUT.test(to),
    example: ["worker/hours/hours.ts", "worker/db/database.ts"],
  },
  "only a store and db/ import drizzle-orm and the schema; the accounts' library brings its own adapter": {
    breaks: ({ from, to, typeOnly }) =>
      from.startsWith("worker/") &&
      !DATABASE.test(from) &&
      !from.startsWith("worker/accounts/") &&
      !typeOnly &&
      (to.startsWith("drizzle-orm") || to.startsWith("drizzle/") || to.includes("drizzle-adapter")),
    example: ["worker/tools/a.ts", "drizzle-orm/d1"],
  },
  "no import runs back up: the app and the doors stand on use-cases, these on statements, these on words, these on lib/":
    {
      breaks: ({ from, to, typeOnly }) => !typeOnly && isWorker(from) && isWorker(to) && floorOf(to) > floorOf(from),
      example: ["worker/calls/store/calls.ts", "worker/app.ts"],
    },
  "the directory, which asks without a scope, is for gates, jobs and accounts alone": {
    breaks: ({ from, to }) =>
      /^worker\/db\/directory\//.test(to) && !/^worker\/(tenancy|jobs|accounts|db\/directory)\//.test(from),
    example: ["worker/tools/a.ts", "worker/db/directory/mail.ts"],
  },
  "a handler reads from a store at most; what changes something is a use-case": {
    breaks: ({ from, to, names = [] }) =>
      from.startsWith("worker/api/") && DATABASE.test(to) && names.some((name) => CHANGING.test(name)),
    example: ["worker/api/a.ts", "worker/calls/store/retention.ts", "saveRetention"],
  },
  "a scope is minted by a gate alone": {
    breaks: ({ from, to, typeOnly }) =>
      from.startsWith("worker/") &&
      to === "worker/tenancy/scope.ts" &&
      !typeOnly &&
      !from.startsWith("worker/tenancy/"),
    example: ["worker/tools/a.ts", "worker/tenancy/scope.ts"],
  },
  "a sealed secret is opened in the vault alone; everybody else gets it in a callback": {
    breaks: ({ from, to }) => /^worker\/vault\/(find|key-ring|open)\.ts$/.test(to) && !from.startsWith("worker/vault/"),
    example: ["worker/numbers/a.ts", "worker/vault/open.ts"],
  },
  "no door imports another door": {
    breaks: ({ from, to }) => DOOR.test(from) && DOOR.test(to),
    example: ["worker/inbound/route.ts", "worker/tools/route.ts"],
  },
  "domain files never import hono; doors, gates and what serves them do. Letters are written with its html tag": {
    breaks: ({ from, to }) =>
      from.startsWith("worker/") && !HONO_MAY_BE_IN.test(from) && /^@?hono\b/.test(to) && to !== "hono/html",
    example: ["worker/reservations/a.ts", "hono/factory"],
  },
  "the dashboard imports one type of the worker, what is pure, and nothing of the agent's definition": {
    breaks: ({ from, to, typeOnly }) =>
      from.startsWith("dashboard/") &&
      to.startsWith("worker/") &&
      !(typeOnly && to === "worker/api/routes.ts") &&
      (INPUT_OUTPUT.test(to) || to.startsWith("worker/agent/")),
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
  it.each(Object.entries(rules))("%s", (_, { breaks, example: [from, to, name = ""] }) => {
    expect(breaks({ from, to, typeOnly: false, names: [name] }), "the rule can tell").toBe(true);
    expect(IMPORTS.filter(breaks)).toEqual([]);
  });

  it("the environment is read in env.ts and services.ts alone", () => {
    const reading = /\bc\.env\b|\bprocess\.env\b|from "cloudflare:workers"/;
    const readers = PRODUCT.filter((file) => file.startsWith("worker/") && reading.test(read(file)));
    // app.ts and later.ts pass the environment on without reading it.
    const allowed = ["worker/app.ts", "worker/http/later.ts", "worker/env.ts", "worker/services.ts"];
    expect(readers.filter((file) => !allowed.includes(file))).toEqual([]);
  });

  it("no file imports itself, through however many others, types included", () => {
    const circle = [
      { from: "a.ts", to: "b.ts", typeOnly: false },
      { from: "b.ts", to: "a.ts", typeOnly: true },
    ];
    expect(circlesIn(circle)).toEqual([["a.ts", "b.ts"]]);
    expect(circlesIn(IMPORTS)).toEqual([]);
  });

  it("finds the imports that there are", () => {
    expect(IMPORTS).toContainEqual(expect.objectContaining({ from: "worker/app.ts", to: "worker/tools/route.ts" }));
    expect(IMPORTS.length).toBeGreaterThan(200);
  });
});

/** These files and all that they import by value, one through another. */
function reachedFrom(files: string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const { from, to, typeOnly } of IMPORTS) if (from === file && !typeOnly && isWorker(to)) waiting.push(to);
  }
  return reached;
}

/** Groups of files that reach one another (Tarjan's strongly connected components of more than one file). */
function circlesIn(imports: Import[]): string[][] {
  const next = Map.groupBy(imports, ({ from }) => from);
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): void => {
    const own = order.size;
    order.set(file, own);
    low.set(file, own);
    open.push(file);
    for (const { to } of next.get(file) ?? []) {
      if (!order.has(to)) visit(to);
      if (open.includes(to)) low.set(file, Math.min(low.get(file) ?? own, low.get(to) ?? own));
    }
    if (low.get(file) !== own) return;
    const group = open.splice(open.indexOf(file));
    if (group.length > 1) circles.push(group.sort());
  };
  for (const file of next.keys()) if (!order.has(file)) visit(file);
  return circles;
}

function speaksOutside(file: string): boolean {
  return (
    DATABASE.test(file) || IMPORTS.some(({ from, to, typeOnly }) => from === file && !typeOnly && INPUT_OUTPUT.test(to))
  );
}

function isWorker(file: string): boolean {
  return file.startsWith("worker/");
}

function isOurs(file: string): boolean {
  return /^(worker|drizzle|dashboard|emulator|scripts)\//.test(file);
}

function importsOf(file: string): Import[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?([^"';]*?)from\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g;
  return [...read(file).matchAll(pattern)].map(([, type, names = "", from, dynamic, bare]) => {
    const target = from ?? dynamic ?? bare ?? "";
    const to = target.startsWith(".") ? normalize(join(dirname(file), target)) : target;
    return { from: file, to, typeOnly: type !== undefined, names: names.match(/\w+/g) ?? [] };
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
