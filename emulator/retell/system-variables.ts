import type { Call } from "./call-object.ts";

const RETELL_ZONE = "America/Los_Angeles"; // Retell's zone for variables that name none
const DAY_MS = 86_400_000;
const CALENDAR_DAYS = 14;

/** Retell's built-in variables of a running call; undefined for any other name. `now` is Unix ms. */
export function systemVariable(name: string, call: Call, now: number): string | undefined {
  const timed = /^current_(time|hour|calendar)(?:_(.+))?$/.exec(name);
  if (timed !== null) return timeVariable(timed[1] ?? "", timed[2] ?? RETELL_ZONE, now);
  const seconds = Math.round((now - call.start_timestamp) / 1000);
  switch (name) {
    case "call_id":
      return call.call_id;
    case "call_type":
      return call.call_type;
    case "direction":
      return call.direction;
    case "user_number":
      return call.from_number;
    case "agent_number":
      return call.to_number;
    case "session_type":
      return "voice";
    case "session_duration":
      return `${Math.floor(seconds / 60)} minutes ${seconds % 60} seconds`;
    case "session_duration_ms":
      return String(now - call.start_timestamp);
    default:
      return undefined;
  }
}

function timeVariable(kind: string, timeZone: string, now: number): string | undefined {
  try {
    if (kind === "time") return spokenTime(timeZone, now);
    if (kind === "hour") return hourFraction(timeZone, now);
    return Array.from({ length: CALENDAR_DAYS }, (_, day) => spokenDay(timeZone, now + day * DAY_MS)).join("\n");
  } catch {
    return undefined; // not a time zone: the variable stays as written
  }
}

function spokenTime(timeZone: string, now: number): string {
  const clock = { hour: "numeric", minute: "2-digit", timeZoneName: "short" } as const;
  return `${spokenDay(timeZone, now)} at ${new Intl.DateTimeFormat("en-US", { timeZone, ...clock }).format(now)}`;
}

function spokenDay(timeZone: string, now: number): string {
  const day = { weekday: "long", month: "long", day: "numeric", year: "numeric" } as const;
  return new Intl.DateTimeFormat("en-US", { timeZone, ...day }).format(now);
}

function hourFraction(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const [hour = "0", minute = "0"] = parts.format(now).split(":");
  return String(Math.round((Number(hour) + Number(minute) / 60) * 100) / 100);
}
