/** A D1 database that records what is sent to it: each entry of `trips` is one round trip with its statements. */
export function watchedDatabase(d1: D1Database): { d1: D1Database; trips: string[][] } {
  const trips: string[][] = [];
  const texts = new WeakMap<object, string>();

  const watchStatement = (statement: D1PreparedStatement, text: string): D1PreparedStatement => {
    const watched = new Proxy(statement, {
      get(target, property) {
        const value = Reflect.get(target, property);
        if (typeof value !== "function") return value;
        if (property === "bind") return (...values: unknown[]) => watchStatement(target.bind(...values), text);
        return (...values: unknown[]) => {
          trips.push([text]);
          return value.apply(target, values);
        };
      },
    });
    texts.set(watched, text);
    originals.set(watched, statement);
    return watched;
  };

  const watched = new Proxy(d1, {
    get(target, property) {
      if (property === "prepare") return (text: string) => watchStatement(target.prepare(text), text);
      if (property === "batch") {
        return (statements: D1PreparedStatement[]) => {
          trips.push(statements.map((statement) => texts.get(statement) ?? ""));
          return target.batch(statements.map((statement) => originals.get(statement) ?? statement));
        };
      }
      const value = Reflect.get(target, property);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { d1: watched, trips };
}

const originals = new WeakMap<object, D1PreparedStatement>();
