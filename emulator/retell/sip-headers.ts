import type { Variables } from "./render.ts";

const PASSED = /^(x-.+|user-to-user|diversion|history-info|p-asserted-identity)$/;

/** The headers of an incoming SIP call that Retell passes on, with lower-case names. */
export function passedHeaders(headers: Record<string, string>): Record<string, string> {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(lower.filter(([name]) => PASSED.test(name)));
}

/** Every `X-Foo` header is also the variable `foo`, unless the webhook sets a value with that name. */
export function headerVariables(passed: Record<string, string>): Variables {
  const own = Object.entries(passed).filter(([name]) => name.startsWith("x-"));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(2), value]));
}
