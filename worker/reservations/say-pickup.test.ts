import { expect, it } from "vitest";
import { sayPickup } from "./say-pickup.ts";

const ZONE = "America/Phoenix";
const NOW = Date.parse("2026-12-18T19:00:00Z");
const at = (text: string) => Date.parse(`${text}-07:00`);

it("a ride with a time is said with its day and time", () => {
  expect(sayPickup({ pickupAt: at("2026-12-18T19:10"), pickupKind: "time" }, ZONE, NOW)).toBe("today at 7:10 PM");
});

it("for a ride whose time is open, the day is said, but not midnight", () => {
  const said = sayPickup({ pickupAt: at("2026-12-20T00:00"), pickupKind: "day" }, ZONE, NOW);
  expect(said).toBe("Sunday, December 20, the time is still open");
  expect(sayPickup({ pickupAt: at("2026-12-18T00:00"), pickupKind: "day" }, ZONE, NOW)).toBe(
    "today, the time is still open",
  );
});

it("an appointment is when the passenger has to be there, not when the car comes", () => {
  const said = sayPickup({ pickupAt: at("2026-12-20T10:30"), pickupKind: "appointment" }, ZONE, NOW);
  expect(said).toBe("to be there by 10:30 AM on Sunday, December 20");
});

it("nothing is said about a pick-up that the list does not have", () => {
  expect(sayPickup({ pickupAt: null, pickupKind: "time" }, ZONE, NOW)).toBe("");
});
