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

/** Everything that a company owns, as one zip archive without secrets. It is packed during the download. */
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
    // A closure may have deleted data in the meantime, and a complete zip would hide that something is missing.
    if (!(await accountIsOpen(scope, services.db))) throw new Error("the account was closed in the meantime");
  } catch (error) {
    log("export_failed", { tenant: scope.userId, ...describeError(error) });
    throw error;
  }
}
