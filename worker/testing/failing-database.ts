/** A D1 database that can be switched off: while it is, everything asked of it fails. */
export function failingDatabase(d1: D1Database): { d1: D1Database; fail: (fails: boolean) => void } {
  let down = false;
  const failing = new Proxy(d1, {
    get(target, property) {
      const value = Reflect.get(target, property);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (down) throw new Error("D1 is out of reach");
        return value.apply(target, args);
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
