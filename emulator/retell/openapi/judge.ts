import { Ajv2019, type ValidateFunction } from "ajv/dist/2019.js";
import { dereferenced, type Operation, openApiDocument, type Parameter } from "./document.ts";
import { closedSchema, namedSchemas, openSchema } from "./json-schema.ts";
import { NEWER_FIELDS, NEWER_QUERIES, NEWER_ROUTES, UNLISTED_REFUSALS } from "./newer.ts";
import type { Schema } from "./schema.ts";

/** A request and its answer. Bodies are text, as they were sent. */
export type Exchange = {
  method: string;
  path: string;
  query: Record<string, string>;
  body: string;
  status: number;
  answer: string;
};

/**
 * What Retell's OpenAPI document does not allow about an exchange, in words; empty if nothing. A request that was
 * refused may be wrong: then only the refusal is judged.
 */
export function objections(exchange: Exchange): string[] {
  const route = routeOf(exchange);
  if (route === undefined) {
    const isNewer = Object.keys(NEWER_ROUTES).some((one) => fits(one, `${exchange.method} ${exchange.path}`));
    return isNewer || exchange.status === 404 ? [] : [`${exchange.method} ${exchange.path} is no route of Retell's`];
  }
  const wrong = [...(exchange.status < 400 ? aboutRequest(route, exchange) : []), ...aboutAnswer(route, exchange)];
  return wrong.map((what) => `${exchange.method} ${exchange.path} ${exchange.status}: ${what}`);
}

type Route = { name: string; operation: Operation };

function routeOf({ method, path }: Exchange): Route | undefined {
  for (const [template, operations] of Object.entries(openApiDocument().paths)) {
    const operation = operations[method.toLowerCase()];
    if (operation !== undefined && fits(template, path)) return { name: `${method} ${template}`, operation };
  }
  return undefined;
}

function fits(template: string, path: string): boolean {
  return new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);
}

function aboutRequest({ name, operation }: Route, { query, body }: Exchange): string[] {
  const parameters = (operation.parameters ?? []).map((one): Parameter => dereferenced(one));
  const wrong = judge(`${name} query`, () => querySchema(name, parameters), { ...query }, "the query");
  const described = operation.requestBody && dereferenced(operation.requestBody);
  const schema = described?.content?.["application/json"]?.schema;
  if (schema === undefined) return body === "" ? wrong : [...wrong, "no body is expected"];
  if (body === "") return described?.required ? [...wrong, "a body is expected"] : wrong;
  return [...wrong, ...judgeText(`${name} body`, schema, body, "the request")];
}

function aboutAnswer({ name, operation }: Route, { status, answer }: Exchange): string[] {
  const described = operation.responses[status];
  if (described === undefined) {
    return `${name} ${status}` in UNLISTED_REFUSALS ? [] : ["is no status of this route"];
  }
  const schema = dereferenced(described).content?.["application/json"]?.schema;
  if (schema === undefined) return answer === "" ? [] : ["no body is expected in the answer"];
  return judgeText(`${name} ${status}`, schema, answer, "the answer");
}

function querySchema(name: string, parameters: Parameter[]): Schema {
  const inQuery = parameters.filter((one) => one.in === "query");
  return {
    type: "object",
    properties: {
      ...Object.fromEntries(inQuery.map((one) => [one.name, openSchema(one.schema ?? {})])),
      ...NEWER_QUERIES[name]?.parameters,
    },
    required: inQuery.filter((one) => one.required).map((one) => one.name),
    additionalProperties: false,
  };
}

function judgeText(id: string, schema: Schema, text: string, what: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [`${what} is not JSON`];
  }
  const newer = NEWER_FIELDS[id];
  const whole = newer ? { allOf: [schema, { type: "object", properties: newer.fields }] } : schema;
  return judge(id, () => closedSchema(whole), value, what);
}

const compiled = new Map<string, ValidateFunction>();

function judge(id: string, schema: () => Schema, value: unknown, what: string): string[] {
  const validate = compiled.get(id) ?? compile(schema());
  compiled.set(id, validate);
  if (validate(value)) return [];
  const telling = (validate.errors ?? []).filter(
    ({ keyword, params }) => keyword !== "anyOf" && params.type !== "null", // the alternatives' own errors say more
  );
  return telling.map(({ instancePath, message, params }) => {
    return `${what}${instancePath} ${message} (${Object.values(params).join(", ")})`;
  });
}

let validators: { bodies: Ajv2019; queries: Ajv2019 } | undefined;

function compile(schema: Schema): ValidateFunction {
  const options = { strict: false, validateFormats: false, allErrors: true };
  validators ??= {
    bodies: new Ajv2019(options).addSchema(namedSchemas()),
    queries: new Ajv2019({ ...options, coerceTypes: true }), // a query is text
  };
  return schema.additionalProperties === false ? validators.queries.compile(schema) : validators.bodies.compile(schema);
}
