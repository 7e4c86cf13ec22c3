import { env } from "cloudflare:test";
import { base64url, CompactEncrypt } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import type { Bindings } from "../env.ts";
import type { Services } from "../services.ts";
import { dyingDatabase } from "../testing/dying-database.ts";
import { deliver, runSweep } from "../testing/operator.ts";
import {
  OTHER_TRUNK,
  OURS,
  opened,
  placesInKv,
  ROTATED,
  resealAll,
  secretRows,
  THEIRS,
  TRUNK,
  twoAccounts,
  vault,
} from "../testing/vault.ts";
import { watchedDatabase } from "../testing/watched-database.ts";
import { awaitsResealing, resealSecrets } from "./reseal.ts";
import { forgetSecret, sealSecret } from "./seal.ts";
import { removeLeftovers } from "./tidy.ts";

const KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY"; // the tests' KEK_2026a
const NEW_KEY_ALONE = { ...ROTATED, KEK_2026a: undefined };
const HOUR_MS = 3_600_000;
const NO_JOBS = { send: async () => ({}) } as unknown as Services["jobs"];

beforeEach(() => twoAccounts());

describe("a rotation", () => {
  it("seals everything with the new key, so the old one is no longer needed", async () => {
    await sealSecret(OURS, vault(), TRUNK, "ours");
    await sealSecret(OURS, vault(), OTHER_TRUNK, "other");
    await sealSecret(THEIRS, vault(), TRUNK, "theirs");
    expect(await resealAll()).toBe(1);
    expect(await opened(vault(NEW_KEY_ALONE))).toBe("ours");
    expect(await opened(vault(NEW_KEY_ALONE), OURS, OTHER_TRUNK)).toBe("other");
    expect(await opened(vault(NEW_KEY_ALONE), THEIRS)).toBe("theirs");
    expect((await secretRows()).map(({ kid }) => kid)).toEqual(["2026b", "2026b", "2026b"]);
    expect(await placesInKv()).toEqual((await secretRows()).map(({ place }) => place)); // and nothing else remains
  });

  it("continues by itself: the sweep queues it only while there is work left", async () => {
    await sealSecret(OURS, vault(), TRUNK, "ours");
    const queued: unknown[] = [];
    const JOBS = { send: async (job: unknown) => queued.push(job), sendBatch: async () => ({}) } as unknown as Queue;
    await runSweep({ JOBS });
    expect(queued).toEqual([]);
    await runSweep({ ...ROTATED, JOBS });
    expect(queued).toEqual([{ kind: "reseal", id: "2026b" }]);
    expect(await deliver(queued, ROTATED as Partial<Bindings>)).toEqual([]);
    expect(await opened(vault(NEW_KEY_ALONE))).toBe("ours");
    await runSweep({ ...ROTATED, JOBS });
    expect(queued).toHaveLength(1);
  });

  it("finds the remaining secrets through an index", async () => {
    const { d1, trips } = watchedDatabase(env.DB);
    await awaitsResealing(vault(ROTATED, { d1 }));
    expect(trips).toHaveLength(1);
    for (const asked of trips.flat()) {
      const plan = env.DB.prepare(`EXPLAIN QUERY PLAN ${asked}`).bind(...Array.from(asked.matchAll(/\?/g), () => 1));
      const { results } = await plan.all<{ detail: string }>();
      expect(results.map(({ detail }) => detail).join()).toMatch(/^SEARCH .* secrets_by_key \(kid[<>]\?\)$/);
    }
  });

  it("works through 1,050 secrets in bounded parts until all are done", async () => {
    for (let from = 0; from < 1050; from += 50) {
      const some = Array.from({ length: 50 }, (_, index) => from + index);
      await Promise.all(some.map((n) => sealSecret(OURS, vault(), { kind: "sip", id: `trunk-${n}` }, `secret ${n}`)));
    }
    expect(await resealAll()).toBe(11);
    const kids = await env.DB.prepare("SELECT kid, count(*) AS n FROM sealed_secrets GROUP BY kid").all();
    expect(kids.results).toEqual([{ kid: "2026b", n: 1050 }]);
    expect(await placesInKv()).toHaveLength(1050);
    expect(await opened(vault(NEW_KEY_ALONE), OURS, { kind: "sip", id: "trunk-1049" })).toBe("secret 1049");
  });

  it("includes passwords that were sealed before places were recorded", async () => {
    const place = `secret/${OURS.userId}/sip/trunk`;
    const header = { alg: "dir", enc: "A256GCM", kid: "2026a", sub: OURS.userId, record: "sip/trunk", place };
    const before = new CompactEncrypt(new TextEncoder().encode("from before")).setProtectedHeader(header);
    await env.KV.put(place, await before.encrypt(base64url.decode(KEY)));
    await env.DB.prepare("INSERT INTO sealed_secrets VALUES (?, ?, 'sip', 'trunk', '', 1, 1, NULL)")
      .bind(place, OURS.userId)
      .run();
    expect(await opened()).toBe("from before");
    await resealAll();
    expect(await opened(vault(NEW_KEY_ALONE))).toBe("from before");
    expect(await env.KV.get(place)).toBeNull();
  });

  it("is not held up by a secret whose key is lost, and tries it again when the key is back", async () => {
    await sealSecret(OURS, vault({ KEK_CURRENT: "gone", KEK_GONE: KEY }), OTHER_TRUNK, "other");
    const nowhere = env.DB.prepare("INSERT INTO sealed_secrets VALUES (?1, ?2, 'sip', ?1, 'gone', 1, 1, NULL)");
    await env.DB.batch(Array.from({ length: 100 }, (_, n) => nowhere.bind(`nowhere-${n}`, OURS.userId)));
    await sealSecret(OURS, vault(), TRUNK, "ours");
    await resealAll();
    expect(await opened(vault(NEW_KEY_ALONE))).toBe("ours");
    await expect(opened(vault(NEW_KEY_ALONE), OURS, OTHER_TRUNK)).rejects.toThrow("Enter it again");
    const keyIsBack = { ...ROTATED, KEK_GONE: KEY };
    await resealAll(keyIsBack); // not yet: it was tried a moment ago
    await expect(opened(vault(NEW_KEY_ALONE), OURS, OTHER_TRUNK)).rejects.toThrow("Enter it again");
    await resealAll(keyIsBack, () => Date.now() + 2 * HOUR_MS);
    expect(await opened(vault(NEW_KEY_ALONE), OURS, OTHER_TRUNK)).toBe("other");
  });

  it("does nothing when it was queued for a key that is no longer current", async () => {
    await sealSecret(OURS, vault(), TRUNK, "ours");
    await resealSecrets(vault(), "2026b");
    expect((await secretRows()).map(({ kid }) => kid)).toEqual(["2026a"]);
  });
});

describe("a password that is entered, removed or sealed twice during a rotation", () => {
  const steps = ["get", "put"] as const;
  const when = ["before", "after"] as const;

  it.each(steps.flatMap((step) => when.map((moment) => [moment, step] as const)))(
    "wins over the rotation: entered %s the rotation's %s",
    async (moment, step) => {
      await sealSecret(OURS, vault(), TRUNK, "old");
      await resealWith(atKv(step, moment, () => sealSecret(OURS, vault(ROTATED), TRUNK, "entered meanwhile")));
      expect(await opened(vault(NEW_KEY_ALONE))).toBe("entered meanwhile");
      expect(await placesInKv()).toHaveLength(1);
    },
  );

  it.each(steps.flatMap((step) => when.map((moment) => [moment, step] as const)))(
    "is sealed again in the end if a Worker with only the old key saved it: entered %s the rotation's %s",
    async (moment, step) => {
      await sealSecret(OURS, vault(), TRUNK, "old");
      await resealWith(atKv(step, moment, () => sealSecret(OURS, vault(), TRUNK, "entered meanwhile")));
      await resealAll();
      expect(await opened(vault(NEW_KEY_ALONE))).toBe("entered meanwhile");
      expect(await placesInKv()).toHaveLength(1);
    },
  );

  it.each(steps.flatMap((step) => when.map((moment) => [moment, step] as const)))(
    "does not come back after it was removed: %s the rotation's %s",
    async (moment, step) => {
      await sealSecret(OURS, vault(), TRUNK, "old");
      await resealWith(atKv(step, moment, () => forgetSecret(OURS, vault(), TRUNK)));
      expect(await opened(vault(ROTATED))).toBeNull();
      expect([await placesInKv(), await secretRows()]).toEqual([[], []]);
    },
  );

  it("is the one entered last after it was removed and entered again", async () => {
    await sealSecret(OURS, vault(), TRUNK, "old");
    const again = async () => {
      await forgetSecret(OURS, vault(), TRUNK);
      await sealSecret(OURS, vault(), TRUNK, "entered again");
    };
    await resealWith(atKv("put", "after", again));
    expect(await opened(vault(ROTATED))).toBe("entered again");
    expect(await placesInKv()).toHaveLength(1);
  });

  it("stays the same, in one place, when two rotations run at once", async () => {
    await sealSecret(OURS, vault(), TRUNK, "ours");
    await Promise.all([1, 2, 3].map(() => resealAll()));
    expect(await opened(vault(NEW_KEY_ALONE))).toBe("ours");
    expect(await placesInKv()).toHaveLength(1);
    expect(await secretRows()).toHaveLength(1);
  });

  it("is exactly one of those that several people save at once", async () => {
    await Promise.all(["a", "b", "c", "d"].map((secret) => sealSecret(OURS, vault(), TRUNK, secret)));
    expect(["a", "b", "c", "d"]).toContain(await opened());
    expect(await placesInKv()).toHaveLength(1);
  });

  it("is refused, and leaves nothing behind, if it is entered while it is being removed", async () => {
    const services = vault({}, { kv: atKv("put", "after", () => forgetSecret(OURS, vault(), TRUNK)) });
    await expect(sealSecret(OURS, services, TRUNK, "late")).rejects.toMatchObject({ status: 409, code: "conflict" });
    expect([await placesInKv(), await secretRows()]).toEqual([[], []]);
  });
});

describe("a Worker that dies at any statement", () => {
  it("during a rotation loses nothing: the next run finishes and leaves nothing over", async () => {
    let cases = 0;
    for (const when of ["before", "after"] as const) {
      for (let statement = 1, died = true; died; statement++) {
        await twoAccounts();
        await sealSecret(OURS, vault(), TRUNK, "ours");
        const dying = dyingDatabase(env.DB);
        dying.arm({ statement, when });
        await resealSecrets(vault(ROTATED, { d1: dying.d1, jobs: NO_JOBS }), "2026b").catch(() => undefined);
        expect(await opened(vault(ROTATED)), `${when} ${statement}`).toBe("ours");
        await settle();
        expect(await opened(vault(NEW_KEY_ALONE)), `${when} ${statement}`).toBe("ours");
        died = dying.died();
        cases += 1;
      }
    }
    expect(cases).toBeGreaterThanOrEqual(12);
  });

  it("while saving a password leaves either the old one or the new one, and nothing else", async () => {
    for (const when of ["before", "after"] as const) {
      for (let statement = 1, died = true; died; statement++) {
        await twoAccounts();
        await sealSecret(OURS, vault(), TRUNK, "old");
        const dying = dyingDatabase(env.DB);
        dying.arm({ statement, when });
        const saved = await sealSecret(OURS, vault({}, { d1: dying.d1 }), TRUNK, "new").then(
          () => true,
          () => false,
        );
        const now = await opened();
        expect(saved ? ["new"] : ["old", "new"], `${when} ${statement}`).toContain(now);
        await settle({});
        expect(await opened(), `${when} ${statement}`).toBe(now);
        died = dying.died();
      }
    }
  });

  it.each(["get", "put", "delete"] as const)("loses nothing either while KV does not answer %s", async (step) => {
    await sealSecret(OURS, vault(), TRUNK, "ours");
    const broken = atKv(step, "before", () => Promise.reject(new Error("KV is out of reach")));
    await resealSecrets(vault(ROTATED, { kv: broken, jobs: NO_JOBS }), "2026b").catch(() => undefined);
    expect(await opened(vault(ROTATED))).toBe("ours");
    await settle();
    expect(await opened(vault(NEW_KEY_ALONE))).toBe("ours");
  });

  it("between a number and its password leaves no password without a number", async () => {
    await sealSecret(OURS, vault(), TRUNK, "of a number that was never stored");
    const topOfAnHour = Math.ceil(Date.now() / HOUR_MS + 1) * HOUR_MS;
    await env.DB.prepare("INSERT INTO tenant_phone_numbers (id, user_id, phone_number) VALUES (?, ?, '+16025550142')")
      .bind(OTHER_TRUNK.id, OURS.userId)
      .run();
    await sealSecret(OURS, vault(), OTHER_TRUNK, "of a number that is there");
    await removeLeftovers(vault({}, { now: () => topOfAnHour }));
    expect((await secretRows()).map(({ record_id }) => record_id)).toEqual([OTHER_TRUNK.id]);
    expect(await placesInKv()).toHaveLength(1);
  });
});

/** Runs the sweeps of the next two hours; then exactly one place is left. */
async function settle(settings: Record<string, unknown> = ROTATED): Promise<void> {
  await resealAll(settings);
  const halfPast = Math.ceil(Date.now() / HOUR_MS + 1) * HOUR_MS + HOUR_MS / 2; // when numbers are not compared
  await removeLeftovers(vault(settings, { now: () => halfPast }));
  expect(await placesInKv()).toHaveLength(1);
  expect(await secretRows()).toHaveLength(1);
}

async function resealWith(kv: KVNamespace): Promise<void> {
  await resealSecrets(vault(ROTATED, { kv, jobs: NO_JOBS }), "2026b");
}

/** KV with an interruption: `happens` runs once, before or after the first `step`. */
function atKv(
  step: "get" | "put" | "delete",
  moment: "before" | "after",
  happens: () => Promise<unknown>,
): KVNamespace {
  let happened = false;
  const once = async () => {
    if (happened) return;
    happened = true;
    await happens();
  };
  return new Proxy(env.KV, {
    get(target, property) {
      const value = Reflect.get(target, property);
      if (typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        if (property === step && moment === "before") await once();
        const answer = await value.apply(target, args);
        if (property === step && moment === "after") await once();
        return answer;
      };
    },
  });
}
