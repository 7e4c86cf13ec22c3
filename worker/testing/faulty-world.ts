/**
 * What can happen to one request to the outside: it fails before or after it had an effect; it times out and has its
 * effect later; or the Worker dies before or after it.
 */
export const FAULTS = ["error before", "error after", "timeout", "crash before", "crash after"] as const;

export type Fault = (typeof FAULTS)[number];

type World = { DB: D1Database; KV: KVNamespace; ARCHIVE: R2Bucket; JOBS: Queue };

/**
 * The Worker's stores and queue, and anything else that goes through `request`. Once armed, the n-th request to any of
 * them fails. After a crash nothing is answered until `revive`, which also carries out the late requests.
 */
export function faultyWorld(world: World) {
  let count = 0;
  let at = 0;
  let fault: Fault | null = null;
  let hit = false;
  let dead = false;
  const late: (() => Promise<unknown>)[] = [];

  const request = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) throw new Error("the Worker is dead");
    count += 1;
    if (fault === null || count !== at) return work();
    hit = true;
    if (fault === "timeout") late.push(work);
    if (fault === "error after" || fault === "crash after") await work();
    if (fault === "crash before" || fault === "crash after") dead = true;
    throw new Error(`a fault: ${fault}`);
  };

  const counted = <T extends object>(target: T, methods: string[]): T =>
    new Proxy(target, {
      get(_, property) {
        const value = Reflect.get(target, property);
        if (typeof value !== "function") return value;
        if (!methods.includes(String(property))) return value.bind(target);
        return (...args: unknown[]) => request(() => value.apply(target, args));
      },
    });

  const originals = new WeakMap<object, D1PreparedStatement>();
  const statement = (original: D1PreparedStatement): D1PreparedStatement => {
    const plain = counted(original, ["run", "all", "first", "raw"]);
    const watched = new Proxy(plain, {
      get: (_, property) =>
        property === "bind"
          ? (...values: unknown[]) => statement(original.bind(...values))
          : Reflect.get(plain, property),
    });
    originals.set(watched, original);
    return watched;
  };
  const DB = new Proxy(world.DB, {
    get(target, property) {
      if (property === "prepare") return (text: string) => statement(target.prepare(text));
      if (property === "batch") {
        return (statements: D1PreparedStatement[]) =>
          request(() => target.batch(statements.map((one) => originals.get(one) ?? one)));
      }
      const value = Reflect.get(target, property);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });

  return {
    bindings: {
      DB,
      KV: counted(world.KV, ["get", "put", "delete", "list"]),
      ARCHIVE: counted(world.ARCHIVE, ["get", "put", "delete", "list"]),
      JOBS: counted(world.JOBS, ["send", "sendBatch"]),
    },
    request,
    arm: (next: { at: number; fault: Fault }) => {
      ({ at, fault } = next);
      count = 0;
      hit = false;
      dead = false;
    },
    /** Whether the n-th request was reached. */
    hit: () => hit,
    revive: async () => {
      fault = null;
      dead = false;
      for (const work of late.splice(0)) await work().catch(() => undefined);
    },
  };
}
