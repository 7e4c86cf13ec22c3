type Mood = boolean | "after";

/**
 * A D1 database that can be switched off: then every request fails. With `"after"` a batch is carried out, but its answer
 * is lost.
 */
export function failingDatabase(d1: D1Database): { d1: D1Database; fail: (fails: Mood) => void } {
  let down: Mood = false;
  const failing = new Proxy(d1, {
    get(target, property) {
      const value = Reflect.get(target, property);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (down === true) throw new Error("D1 is out of reach");
        const answer = value.apply(target, args);
        return down === "after" && property === "batch" ? lost(answer) : answer;
      };
    },
  });
  return {
    d1: failing,
    fail: (fails) => {
      down = fails;
    },
  };
}

async function lost(answer: Promise<unknown>): Promise<never> {
  await answer;
  throw new Error("D1 did not answer in time");
}
