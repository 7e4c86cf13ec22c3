import { accountIsOpen } from "../closure/store/closures.ts";
import { describeError, log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { readme } from "./readme.ts";
import { sectionsOf } from "./sections.ts";
import { writeSection } from "./write-section.ts";
import { writeTranscripts } from "./write-transcripts.ts";
import { type Piece, zipStream } from "./zip-stream.ts";

type Operator = { name: string; email: string };

/** Everything that a company owns as one zip archive, packed while it is downloaded. Without any secret. */
export function exportAccount(scope: UserScope, services: Services, operator: Operator): ReadableStream<Uint8Array> {
  return zipStream(everything(scope, services, operator), services.now());
}

async function* everything(scope: UserScope, services: Services, operator: Operator): AsyncGenerator<Piece> {
  try {
    const sections = await sectionsOf(scope, services, operator);
    yield { file: "README.txt", text: readme(sections, services.now()) };
    yield { file: "README.txt", end: true };
    for (const section of sections) yield* writeSection(section);
    yield* writeTranscripts(scope, services);
    // What a closure deletes meanwhile is missing above, and a zip that ends well would look like the whole.
    if (!(await accountIsOpen(scope, services.db))) throw new Error("the account was closed meanwhile");
  } catch (error) {
    log("export_failed", { tenant: scope.userId, ...describeError(error) });
    throw error;
  }
}
