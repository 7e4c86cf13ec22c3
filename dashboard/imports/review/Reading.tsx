import { Notice } from "../../components/Notice.tsx";
import { ProgressBar } from "../../components/ProgressBar.tsx";
import { importAddress } from "../import-address.ts";
import type { Import } from "../list-replies.ts";

/** What becomes of a file that is read after its upload: how far it is, or why there is no new list. */
export function Reading({ version }: { version: Import }) {
  const { status, progress, problem, kind, duplicate_of } = version;
  if (status === "reading") {
    return (
      <section class="panel grid gap-4 p-5 sm:p-6" aria-label="Reading">
        <ProgressBar words="Reading and comparing your list" share={(progress ?? 0) / 100} />
        <p class="text-soft">You can close this page. The list is read all the same, and callers hear the old one.</p>
      </section>
    );
  }
  if (status === "failed") {
    return (
      <>
        <Notice kind="error">{problem?.message ?? "This file could not be read."}</Notice>
        <a class="btn btn-primary h-11 justify-self-start" href={`/imports/new?kind=${kind}`}>
          Choose another file
        </a>
      </>
    );
  }
  if (status !== "unchanged") return null;
  return (
    <Notice kind="info">
      Your agent already uses this list. Nothing has changed.{" "}
      {duplicate_of && (
        <a class="link" href={importAddress(duplicate_of)}>
          See the list in use
        </a>
      )}
    </Notice>
  );
}
