type Death = { statement: number; when: "before" | "after" };

/**
 * A D1 database that, once armed, dies at its n-th statement: before it runs, or after it ran but before the Worker gets
 * the answer. From then on it never answers, as if the Worker had died. Within a batch, a statement at that place fails,
 * which is how D1 itself aborts a batch; then none of the batch's statements may have any effect.
 */
export function dyingDatabase(d1: D1Database): { d1: D1Database; arm: (death: Death) => void; died: () => boolean } {
  let death: Death | null = null;
  let count = 0;
  let dead = false;

  const run = async <T>(
    work: () => Promise<T>,
    statements = 1,
    failAt: (at: number) => Promise<unknown> = async () => undefined,
  ): Promise<T> => {
    if (dead) throw new Error("the Worker is dead");
    count += statements;
    if (death === null || count < death.statement) return work();
    dead = true;
    if (death.when === "after") await work();
    else if (statements > 1) await failAt(death.statement - (count - statements) - 1);
    throw new Error("the Worker died");
  };

  const statement = (original: D1PreparedStatement): D1PreparedStatement => {
    const watched = new Proxy(original, {
      get(target, property) {
        const value = Reflect.get(target, property);
        if (typeof value !== "function") return value;
        if (property === "bind") return (...values: unknown[]) => statement(target.bind(...values));
        return (...values: unknown[]) => run(() => value.apply(target, values));
      },
    });
    originals.set(watched, original);
    return watched;
  };

  const database = new Proxy(d1, {
    get(target, property) {
      if (property === "prepare") return (text: string) => statement(target.prepare(text));
      if (property === "batch") {
        return (statements: D1PreparedStatement[]) => {
          const batch = statements.map((one) => originals.get(one) ?? one);
          return run(
            () => target.batch(batch),
            batch.length,
            (at) => target.batch(batch.toSpliced(at, 1, target.prepare("SELECT * FROM nowhere"))),
          );
        };
      }
      const value = Reflect.get(target, property);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return {
    d1: database,
    arm: (next) => {
      death = next;
      count = 0;
      dead = false;
    },
    died: () => dead,
  };
}

const originals = new WeakMap<object, D1PreparedStatement>();
