/** A schema of an OpenAPI document, or a JSON Schema made of it. */
export type Schema = { [keyword: string]: unknown };
