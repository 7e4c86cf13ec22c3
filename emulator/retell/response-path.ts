/** The value at a path such as `data.items[0].id` in parsed JSON; undefined if there is none. */
export function readPath(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== "")
    .reduce<unknown>((inner, step) => {
      if (typeof inner !== "object" || inner === null) return undefined;
      return Object.hasOwn(inner, step) ? Reflect.get(inner, step) : undefined;
    }, value);
}
