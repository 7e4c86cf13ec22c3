/** The titles of the columns that a field is read from, in order; none if the file does not have the field. */
export type Mapping = Record<string, string[]>;
