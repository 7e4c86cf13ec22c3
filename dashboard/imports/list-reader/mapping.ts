/** Which columns a field is read from, by title: several that belong together in order, none where it is left out. */
export type Mapping = Record<string, string[]>;
