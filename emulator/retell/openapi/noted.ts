import { type Exchange, objections } from "./judge.ts";

const noted: string[] = [];

/** Judges an exchange with Retell and remembers what is wrong with it until it is taken. */
export function note(exchange: Exchange): string[] {
  const wrong = objections(exchange);
  noted.push(...wrong);
  return wrong;
}

/**
 * What was wrong since the last time somebody asked, in this process.
 * @internal exported for the tests
 */
export function takeNoted(): string[] {
  return noted.splice(0);
}
