/** What a value is; with a question mark there may be none. An instant is epoch milliseconds. */
type Held = {
  text: string;
  "text?": string | null;
  instant: number;
  "instant?": number | null;
  count: number;
  "count?": number | null;
};

/** One stored value of a row. */
export type Column = {
  /** Its name in the database and in the API. */
  name: string;
  holds: keyof Held;
  /** What operators call it, where its field's label does not fit. */
  label?: string;
  /** Whether two versions of a list differ when this value does. */
  compared: boolean;
  /** Whether operators see it: then the API answers it. */
  shown: boolean;
  /** What a look-up does with it: tell it as it stands, read it (to decide, or to say it in its own words), or neither. */
  lookUp: "tell" | "read" | "none";
};

/** What a list calls one thing, and what becomes of it. */
export type Field<Name extends string> = {
  /** What operators call it. */
  label: string;
  /** Its own column, then the columns that follow from it. An edit that is to stay keeps all of them. */
  columns: readonly [own: Name, ...following: Name[]];
  /** How a list's cells become the value: all that are filled as one text, or in a way of its own. */
  read: "text" | "own";
  /** What stands between the cells of a text; a space unless said otherwise. */
  join?: string;
  /** What a list needs for it; a list without it is refused. */
  required?: string;
  /** How an operator changes it: as a text of at most `longest` characters, by a rule of its own, or not at all. */
  edit: "text" | "own" | "never";
  longest?: number;
  /** The column's title in an export, where it is not the field's name. */
  exported?: string;
};

/** A row that these columns make up. */
export type RowOf<C extends Record<string, Column>> = { -readonly [K in keyof C]: Held[C[K]["holds"]] };

/** The keys of the entries whose `P` is `V`. */
export type KeysWhere<T, P extends string, V> = { [K in keyof T]: T[K] extends Record<P, V> ? K : never }[keyof T];

/** The same at run time, in the order of the table. */
export function keysWhere<
  T extends Record<string, Record<string, unknown>>,
  P extends string,
  const V extends string | boolean,
>(table: T, property: P, ...values: V[]): KeysWhere<T, P, V>[] {
  const where = (key: keyof T): key is KeysWhere<T, P, V> => values.some((value) => table[key]?.[property] === value);
  return keysOf(table).filter(where);
}

/** The keys, in their order. */
export function keysOf<T extends object>(table: T): (keyof T)[] {
  return Object.keys(table) as (keyof T)[]; // the table is a constant: it has the keys of its type and no others
}

/** These values of a row, by their names in the API. */
export function byName<C extends Record<string, Column>, K extends keyof C, Row extends Record<K, unknown>>(
  columns: C,
  keys: K[],
  row: Row,
): { [P in K as C[P]["name"]]: Row[P] } {
  const entries = keys.map((key) => [columns[key]?.name, row[key]]);
  return Object.fromEntries(entries) as { [P in K as C[P]["name"]]: Row[P] }; // one entry for each key
}

/** These properties of an object. */
export function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>; // one entry for each key
}
