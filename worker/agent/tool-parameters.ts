import * as z from "zod";

type Property = { type: "string"; description?: string; enum?: string[]; const?: string };

export type ToolParameters = { type: "object"; properties: Record<string, Property>; required?: string[] };

/**
 * The JSON schema a tool shows to the model, made from the zod schema its route validates with. Only type, description
 * and choices are kept, because models follow plain text fields best and the route checks the rest.
 * Retell sends `constants` unchanged, with variables filled in; the model neither sees nor fills them.
 */
export function toolParameters(schema: z.ZodObject, constants: Record<string, string> = {}): ToolParameters {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input" });
  return {
    type: "object",
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, plain(name, property, constants[name])]),
    ),
    ...(required.length > 0 && { required }),
  };
}

function plain(name: string, property: z.core.JSONSchema._JSONSchema, constant: string | undefined): Property {
  if (constant !== undefined) return { type: "string", const: constant };
  if (typeof property === "boolean" || property.description === undefined)
    throw new TypeError(`${name} needs a description: without one the model does not fill it in`);
  const choices = property.enum?.map(String);
  return { type: "string", description: property.description, ...(choices && { enum: choices }) };
}
