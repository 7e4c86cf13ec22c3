/**
 * What the instant of a pick-up says. "time": when it is. "day": only the local day that begins then, because the time is
 * open ("will call"). "appointment": when the passenger must have arrived; when the car comes is not in the list.
 */
export type PickupKind = "time" | "day" | "appointment";
