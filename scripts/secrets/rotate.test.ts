import { describe, expect, it } from "vitest";
import type { Sealed } from "./kids.ts";
import { type Place, retire, rotate, status } from "./rotate.ts";

const NOW = Date.UTC(2026, 10, 22, 22, 5, 12);
const NEW = "K20261122220512";

/** A Worker with this many passwords per key. It seals two again each time it is nudged. */
function worker(sealed: Record<string, number>, names = Object.keys(sealed), more: Partial<Sealed>[] = []) {
  const said: string[] = [];
  const steps: string[] = [];
  const keys = new Map(names.map((name) => [name, "old"]));
  const lost = more.map((one) => ({ kid: "gone", count: 1, unreadable: 1, ...one }));
  let current = Object.entries(sealed).find(([, count]) => count > 0)?.[0] ?? "";
  let dieAt = "";
  const step = async (name: string) => {
    steps.push(name);
    if (name.startsWith(dieAt) && dieAt !== "") throw new Error("interrupted");
  };
  const place: Place = {
    keys: {
      names: async () => [...keys.keys()],
      put: async (kid, key) => {
        await step(`put ${kid}`);
        keys.set(kid, key);
      },
      makeCurrent: async (kid) => {
        await step(`current ${kid}`);
        current = kid;
      },
      remove: async (kid) => {
        await step(`remove ${kid}`);
        keys.delete(kid);
      },
      settle: () => step("settle"),
    },
    sealed: async () => [
      ...Object.entries(sealed).map(([kid, count]) => ({ kid, count, unreadable: 0 })),
      ...lost.filter(({ count }) => count > 0),
    ],
    lookAgain: async () => {
      for (const one of lost) one.unreadable = 0;
    },
    nudge: async () => {
      await step("nudge");
      for (const one of lost) {
        if (keys.has(one.kid)) {
          sealed[current] = (sealed[current] ?? 0) + one.count;
          one.count = 0;
        } else one.unreadable = one.count;
      }
      const [other] = Object.keys(sealed).filter((kid) => kid !== current && (sealed[kid] ?? 0) > 0);
      if (other === undefined) return;
      const some = Math.min(2, sealed[other] ?? 0);
      sealed[other] = (sealed[other] ?? 0) - some;
      sealed[current] = (sealed[current] ?? 0) + some;
      if (sealed[other] === 0) delete sealed[other];
    },
    pause: async () => undefined,
    patience: 3,
    now: () => NOW,
    print: (line) => said.push(line),
  };
  return { place, said, steps, keys, current: () => current, sealed, dieAt: (name: string) => (dieAt = name) };
}

describe("a rotation", () => {
  it("makes a key, waits until every Worker knows it before using it, and says when to remove the old one", async () => {
    const { place, said, steps, keys } = worker({ LOCAL1: 5 });
    await rotate(place);
    const decisive = steps.filter((step) => step !== "nudge");
    expect(decisive).toEqual([`put ${NEW}`, "settle", `current ${NEW}`, "settle"]);
    expect(said).toEqual([
      `KEK_${NEW} is made and stored.`,
      `KEK_CURRENT is ${NEW}: new passwords are sealed with it. Existing ones are being sealed again now.`,
      "5 to go",
      "3 to go",
      "1 to go",
      "0 to go",
      `Everything is sealed with KEK_${NEW}.`,
      "No longer needed: KEK_LOCAL1. Remove with --retire.",
    ]);
    expect(keys.get(NEW)).toMatch(/^[\w-]{43}$/);
    expect(said.join()).not.toContain(keys.get(NEW));
  });

  it.each(["nudge", "put", "settle", "current"])(
    "can be run again after it was interrupted at its %s, and finishes",
    async (step) => {
      const { place, keys, current, sealed, dieAt } = worker({ LOCAL1: 5 });
      dieAt(step);
      await expect(rotate(place)).rejects.toThrow("interrupted");
      dieAt("");
      await rotate(place);
      expect([...keys.keys()]).toEqual(["LOCAL1", NEW]); // one new key, not two
      expect([current(), sealed]).toEqual([NEW, { [NEW]: 5 }]);
    },
  );

  it("makes another key if the previous rotation finished or was left for more than a day", async () => {
    for (const names of [
      { LOCAL1: 0, K20261122220000: 5 },
      { LOCAL1: 5, K20261120000000: 0 },
    ]) {
      const { place, current } = worker(names);
      await rotate(place);
      expect(current()).toBe(NEW);
    }
  });

  it("does not wait for passwords that no key opens, but reports them", async () => {
    const { place, said } = worker({ LOCAL1: 1 }, ["LOCAL1"], [{ count: 2, unreadable: 2 }]);
    await rotate(place);
    expect(said).toContain(
      `Everything is sealed with KEK_${NEW}. 2 cannot be opened by any key: their operators are asked to enter the password again.`,
    );
  });

  it("stops with an error if nothing happens", async () => {
    const { place } = worker({ LOCAL1: 5 });
    place.nudge = async () => undefined;
    await expect(rotate(place)).rejects.toThrow("Nothing has been sealed again for a while; 5 to go.");
  });
});

describe("retiring keys", () => {
  it("removes all keys except the newest once nothing is sealed with them", async () => {
    const { place, keys, said } = worker({ LOCAL1: 5, OLDER: 0 });
    await rotate(place);
    await retire(place);
    expect([...keys.keys()]).toEqual([NEW]);
    expect(said.at(-1)).toBe(`KEK_${NEW} is the only key.`);
  });

  it.each([
    ["something is sealed with an old one", { LOCAL1: 1, [NEW]: 4 }],
    ["it is not known what something is sealed with", { "": 1, [NEW]: 4 }],
  ])("is refused while %s", async (_, sealed) => {
    const { place, steps } = worker(sealed, ["LOCAL1", NEW]);
    await expect(retire(place)).rejects.toThrow(`1 still sealed with another key than KEK_${NEW}`);
    expect(steps).toEqual([]);
  });

  it("is refused if a Worker that did not know the new key has used the old one in the meantime", async () => {
    const { place, keys, sealed } = worker({ [NEW]: 4 }, ["LOCAL1", NEW]);
    const { settle } = place.keys;
    place.keys.settle = async () => {
      sealed.LOCAL1 = 1;
      await settle();
    };
    await expect(retire(place)).rejects.toThrow("1 still sealed");
    expect(keys.has("LOCAL1")).toBe(true);
  });

  it("first seals again what could not be opened until a key was put back", async () => {
    const { place, keys, sealed } = worker({ [NEW]: 4 }, ["LOCAL1", NEW], [{ kid: "LOCAL1", count: 2, unreadable: 2 }]);
    await retire(place);
    expect([[...keys.keys()], sealed]).toEqual([[NEW], { [NEW]: 6 }]);
  });

  it("is not held up by what no key opens", async () => {
    const { place, keys } = worker({ [NEW]: 4 }, ["LOCAL1", NEW], [{ count: 2, unreadable: 2 }]);
    await retire(place);
    expect([...keys.keys()]).toEqual([NEW]);
  });

  it("is refused before the first rotation", async () => {
    await expect(retire(worker({ LOCAL1: 5 }).place)).rejects.toThrow("Rotate first");
  });
});

it("the status lists each key, missing keys, and what cannot be opened", async () => {
  const { place, said, steps } = worker({ LOCAL1: 3, "": 1 }, ["LOCAL1", NEW], [{ count: 2, unreadable: 2 }]);
  await status(place);
  expect(said).toEqual([
    "KEK_LOCAL1  3",
    `KEK_${NEW}  0`,
    "(key not noted yet)  1",
    "KEK_gone  2, and this key is not there",
    "  of these 2 cannot be opened (its key is not there): enter the passwords again",
  ]);
  expect(steps).toEqual([]);
});
