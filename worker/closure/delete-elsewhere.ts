import { deleteCompanyArchive } from "../calls/archive.ts";
import { CLAIM_MS } from "../calls/archive-event.ts";
import { forgetSnapshot } from "../inbound/snapshot.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { deleteAllSecrets } from "../vault/delete-all.ts";
import type { Progress } from "./steps.ts";
import type { Closure } from "./store/closures.ts";
import { emptyInbox } from "./store/leaving-company.ts";

const PAGES_PER_RUN = 20; // of a thousand objects each

/** KV `secret/<company>/…` */
export async function destroySecrets(scope: UserScope, services: Services, { numbers }: Closure): Promise<Progress> {
  await deleteAllSecrets(
    scope,
    services,
    numbers.map(({ id }) => ({ kind: "sip", id })),
  );
  return "done";
}

/** R2 `<company>/…`; empties the inbox first, so that nothing is added afterwards. */
export async function deleteArchive(scope: UserScope, { db, archive, now }: Services): Promise<Progress> {
  const inHands = await emptyInbox(scope, db, { now: now(), until: now() + CLAIM_MS });
  if (inHands > 0) return "waiting";
  return (await deleteCompanyArchive(scope, archive, PAGES_PER_RUN)) ? "done" : "more";
}

/** KV `answer/<E.164>` */
export async function deleteSnapshots(scope: UserScope, { kv }: Services, { numbers }: Closure): Promise<Progress> {
  for (const { phoneNumber } of numbers) await forgetSnapshot(scope, kv, phoneNumber);
  return "done";
}
