import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { queueNumber } from "./queue-number.ts";
import { reconnectNumbers } from "./store/number-retries.ts";

/** The settings that Retell stores with each number: its nickname, and where calls go when all lines are busy. */
const AT_RETELL = ["company_name", "office_phone"];

/** Queues jobs that send changed settings to Retell. The save does not wait for them and does not fail if they do. */
export function bringSettings(scope: UserScope, services: Services, changed: string[]): void {
  if (!changed.some((field) => AT_RETELL.includes(field))) return;
  const bring = async () => {
    const ids = await reconnectNumbers(scope, services.db, services.now());
    await Promise.all(ids.map((id) => queueNumber(services, id)));
  };
  services.defer(() => quietly("settings_not_brought", bring()));
}
