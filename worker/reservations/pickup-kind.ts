/**
 * What the instant of a pick-up means. "time": the pick-up itself. "day": only the
 * local day that begins then, because the time is open ("will call"). "appointment":
 * when the passenger must have arrived; the list does not say when the car comes.
 */
export type PickupKind = "time" | "day" | "appointment";
