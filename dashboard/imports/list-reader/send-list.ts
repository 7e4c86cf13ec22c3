import type { Table } from "../../../worker/imports/reading/table.ts";
import { sha256 } from "../../../worker/lib/sha256.ts";
import { api, bodyOf } from "../../api.ts";
import type { Mode, NewImport } from "../list-replies.ts";
import type { Choices, Sent } from "./messages.ts";
import { persistently } from "./persistently.ts";

type Options = { table: Table; contentHash: string; fileName: string; choices: Choices; mode: Mode };

const PAGE_ROWS = 2000; // used if the server does not say how many it takes

/**
 * Uploads a list in pages. A dropped connection is waited out, and pages that the server already has are not sent
 * again, even after a reload: the same content is the same upload.
 * @param onProgress gets the completed share, 0 to 1
 */
export async function sendList(sent: Options, onProgress: (share: number) => void): Promise<Sent> {
  const { rows } = sent.table;
  const kind = sent.choices.kind;
  const json = await announcement(sent);
  const begun = await persistently(() => bodyOf(api.imports.$post({ query: { kind }, json })));
  if (begun.status !== "receiving") return begun;

  const param = { id: begun.id };
  const size = begun.page_size ?? PAGE_ROWS;
  const pages = Math.ceil(rows.length / size);
  const received = new Set(begun.received_pages);
  for (let n = 0; n < pages; n++) {
    if (!received.has(n)) {
      const page = { rows: rows.slice(n * size, (n + 1) * size) };
      const to = { ...param, n: String(n) };
      await persistently(() => bodyOf(api.imports[":id"].pages[":n"].$put({ param: to, json: page })));
    }
    onProgress((n + 1) / (pages + 1));
  }
  return persistently(() => bodyOf(api.imports[":id"].completion.$post({ param, query: {} })));
}

async function announcement({ table, contentHash, fileName, choices, mode }: Options): Promise<NewImport> {
  const { mapping, dateOrder, statusWords } = choices;
  const how = {
    mapping,
    ...(dateOrder && { date_order: dateOrder }),
    ...(Object.keys(statusWords).length > 0 && { status_words: statusWords }),
  };
  return {
    columns: table.columns,
    ...how,
    mode,
    file_name: fileName,
    total_rows: table.rows.length,
    first_row: table.firstRow,
    // The same file read in another way is a different list.
    content_hash: await sha256(JSON.stringify([contentHash, how, mode])),
  };
}
