import { dereferenced, openApiDocument } from "./document.ts";
import type { Schema } from "./schema.ts";

const ID = "retell";

const NOT_RULES = ["example", "description", "discriminator", "deprecated", "title", "default", "readOnly", "nullable"];

/**
 * An OpenAPI 3.0 schema as JSON Schema, closed: a property that it does not name is an error. OpenAPI documents leave
 * objects open, and then a misspelt field passes. Free-form objects, which name no property, stay open.
 */
export function closedSchema(schema: Schema): Schema {
  const open = openSchema(schema);
  const closed = isShaped(schema) ? { allOf: [open], unevaluatedProperties: false } : open;
  return schema.nullable === true ? { anyOf: [closed, { type: "null" }] } : closed;
}

/** The same, but open at its top, so that an `allOf` can add to it. */
export function openSchema(schema: Schema): Schema {
  if (typeof schema.$ref === "string") return { $ref: `${ID}${schema.$ref}` };
  const rules = Object.entries(schema).filter(([keyword]) => !NOT_RULES.includes(keyword));
  const open: Schema = Object.fromEntries(rules.map(([keyword, value]) => rule(keyword, value)));
  if (schema.exclusiveMinimum !== true) return open;
  const { minimum, ...rest } = open; // in OpenAPI 3.0 a flag beside the number
  return { ...rest, exclusiveMinimum: minimum };
}

/** All named schemas of the document, for the references in the others. */
export function namedSchemas(): Schema {
  const { schemas } = openApiDocument().components;
  const open = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, alternative(schema)]));
  return { $id: ID, components: { schemas: open } };
}

// Alternatives overlap here and there in the document, so one that fits is enough.
function rule(keyword: string, value: unknown): [string, unknown] {
  switch (keyword) {
    case "properties":
      return [keyword, Object.fromEntries(Object.entries(Object(value)).map(([k, v]) => [k, closedSchema(Object(v))]))];
    case "items":
      return [keyword, closedSchema(Object(value))];
    case "additionalProperties":
      return [keyword, typeof value === "boolean" ? value : closedSchema(Object(value))];
    case "oneOf":
    case "anyOf":
      return ["anyOf", listOf(value).map(alternative)];
    case "allOf":
      return [keyword, listOf(value).map(openSchema)];
    case "not":
      return [keyword, openSchema(Object(value))];
    default:
      return [keyword, value];
  }
}

function alternative(schema: Schema): Schema {
  const open = openSchema(schema);
  return schema.nullable === true ? { anyOf: [open, { type: "null" }] } : open;
}

function isShaped(schema: Schema): boolean {
  const { properties, additionalProperties, allOf, oneOf, anyOf } = dereferenced(schema);
  if (additionalProperties !== undefined) return false;
  if (properties !== undefined) return true;
  if (allOf !== undefined) return listOf(allOf).some(isShaped);
  const alternatives = listOf(oneOf ?? anyOf ?? []).filter((one) => (dereferenced(one).type ?? "object") === "object");
  return alternatives.length > 0 && alternatives.every(isShaped);
}

function listOf(value: unknown): Schema[] {
  return Array.isArray(value) ? value : [];
}
