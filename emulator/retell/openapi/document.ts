import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { NEWER_FIELDS } from "./newer.ts";
import type { Schema } from "./schema.ts";

export type Parameter = { name: string; in: string; required?: boolean; schema?: Schema };
type Content = { content?: Record<string, { schema?: Schema }> };
export type Operation = {
  parameters?: (Parameter | Reference)[];
  requestBody?: (Content & { required?: boolean }) | Reference;
  responses: Record<string, Content | Reference>;
};
type Reference = { $ref: string };
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> } & Record<string, Record<string, Schema>>;
};

let known: Document | undefined;

/** Retell's OpenAPI document with the fields that it got since. Read at its first use, because reading takes a second. */
export function openApiDocument(): Document {
  if (known !== undefined) return known;
  const text = readFileSync(join(import.meta.dirname, "openapi-2026-08.yaml"), "utf8");
  const document: Document = parse(text);
  for (const [name, { fields }] of Object.entries(NEWER_FIELDS)) {
    if (!name.includes(" ")) addFields(document, name, fields); // the others belong to a route (judge.ts)
  }
  known = document;
  return document;
}

/** What a reference points to; anything else as it is. */
export function dereferenced<T extends object>(value: T | Reference): T {
  let found: unknown = value;
  while (isReference(found)) found = at(openApiDocument(), found.$ref);
  return found as T; // a reference in an OpenAPI document points to the same kind of object
}

function isReference(value: unknown): value is Reference {
  return typeof value === "object" && value !== null && "$ref" in value && typeof value.$ref === "string";
}

function at(document: Document, reference: string): unknown {
  let found: unknown = document;
  for (const name of reference.replace("#/", "").split("/")) found = Object(found)[name];
  if (found === undefined) throw new Error(`The OpenAPI document has no ${reference}.`);
  return found;
}

function addFields(document: Document, name: string, fields: Schema): void {
  const schema = document.components.schemas[name];
  if (schema === undefined) throw new Error(`The OpenAPI document has no schema ${name} (newer.ts).`);
  schema.properties = { ...Object(schema.properties), ...fields };
}
