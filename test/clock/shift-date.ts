/**
 * Sets the clock of this realm ahead by this many milliseconds: `new Date()`, `Date.now()`, and everything that uses
 * them (Temporal, better-auth, jose). Timers and `performance` run as before. A second call changes nothing. It is also
 * sent as text into browsers and into the built Worker, so it uses nothing from outside itself.
 */
export function shiftDate(byMs: number): void {
  const Real = globalThis.Date;
  if (!byMs || "isShifted" in Real) return;
  const now = () => Real.now() + byMs;
  const Shifted = new Proxy(Real, {
    construct: (target, given, newTarget) => Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
    apply: () => new Real(now()).toString(), // without `new`, Date returns the time as text
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
    has: (target, name) => name === "isShifted" || Reflect.has(target, name),
  });
  Real.prototype.constructor = Shifted;
  globalThis.Date = Shifted;
}

/** How far `npm run test:dates` has set the clock ahead of the real one, in milliseconds; 0 without it. */
export function clockAhead(env: Record<string, string | undefined> = process.env): number {
  return Number(env.TEST_CLOCK_AHEAD_MS ?? 0);
}

/** A script that sets the clock of whatever runs it first; "" while the clock is right. */
export function shiftScript(byMs: number): string {
  return byMs ? `(${shiftDate})(${byMs});` : "";
}
