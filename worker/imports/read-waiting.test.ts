import { env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { company, csv, HEADER, TOMORROW } from "../testing/company.ts";
import { deliver, runSweep, seededAccounts } from "../testing/operator.ts";

type Sent = { id: string; status: string; rows: number; progress: number | null };
type Company = Awaited<ReturnType<typeof company>>;

const PATH = "/api/imports?kind=reservations";
const MANY = 5001;

/** A list of this many bookings, `B-0` and on. */
function list(rows: number, { driver = "" } = {}): string {
  const line = (_: unknown, n: number) =>
    `B-${n},Ada Quill,(602) 555-0171,${TOMORROW},7:10 AM,1 Main St,Airport,${driver},2,Confirmed`;
  return [HEADER, ...Array.from({ length: rows }, line)].join("\r\n");
}

beforeAll(() => seededAccounts());

async function push(operator: Company, body: string, query = "&activate=true"): Promise<Sent> {
  const response = await operator.upload(`${PATH}${query}`, body);
  expect(response.status).toBe(202);
  return response.json();
}

async function seen(operator: Company, id: string) {
  return (await operator.get(`/api/imports/${id}`)).json<
    Sent & { problem: object | null; duplicate_of: string | null }
  >();
}

function waitingFiles() {
  return env.ARCHIVE.list({ prefix: "" }).then(({ objects }) => objects.filter(({ key }) => key.includes("/imports/")));
}

it("a file of 5,000 rows is there at once, and one more row is taken on and read by the queue", async () => {
  const operator = await company();
  expect((await operator.upload(PATH, list(5000))).status).toBe(201);
  const sent = await push(operator, list(MANY));
  expect(sent).toMatchObject({ status: "reading", progress: 0 });
  expect(await waitingFiles()).toHaveLength(1);
  await deliver([{ kind: "import", id: sent.id }]);
  expect(await seen(operator, sent.id)).toMatchObject({ status: "current", rows: MANY, progress: null });
  expect(await waitingFiles()).toEqual([]);
});

it("a list sent as JSON is taken on in the same way", async () => {
  const operator = await company();
  const [columns = [], ...rows] = list(MANY)
    .split("\r\n")
    .map((line) => line.split(","));
  const response = await operator.post(`${PATH}&activate=true`, { columns, rows });
  expect(response.status).toBe(202);
  const { id } = await response.json<Sent>();
  await deliver([{ kind: "import", id }]);
  expect(await seen(operator, id)).toMatchObject({ status: "current", rows: MANY });
});

it("what the queue lost is found by the sweep, and reading it twice changes nothing", async () => {
  const operator = await company();
  const { id } = await push(operator, list(MANY));
  await env.DB.prepare("UPDATE import_meta SET updated_at = updated_at - 600000 WHERE id = ?").bind(id).run();
  const queued: unknown[] = [];
  await runSweep({
    JOBS: { sendBatch: async (jobs: Iterable<{ body: unknown }>) => queued.push(...[...jobs].map(({ body }) => body)) },
  } as unknown as Parameters<typeof runSweep>[0]);
  expect(queued).toContainEqual({ kind: "import", id });
  await Promise.all([deliver([{ kind: "import", id }]), deliver([{ kind: "import", id }])]);
  await deliver([{ kind: "import", id }]);
  expect(await seen(operator, id)).toMatchObject({ status: "current", rows: MANY });
  const count = "SELECT count(*) AS n FROM reservations WHERE user_id = ?";
  expect(await env.DB.prepare(count).bind(operator.id).first("n")).toBe(MANY);
});

it("a large file that cannot be read says why in the words that a small one gets", async () => {
  const operator = await company();
  const broken = (rows: number) => ["Colour,Shape", ...Array.from({ length: rows }, () => "red,round")].join("\n");
  const small = await (await operator.upload(PATH, broken(2))).json<{
    error: { code: string; message: string; fields: object };
  }>();
  const { id } = await push(operator, broken(MANY));
  await deliver([{ kind: "import", id }]);
  const { code, message, fields } = small.error;
  expect(await seen(operator, id)).toMatchObject({ status: "failed", problem: { code, message, fields } });
  expect(await waitingFiles()).toEqual([]);
});

it("a large file without anything new names the list that is in use", async () => {
  const operator = await company();
  const first = await push(operator, list(MANY));
  await deliver([{ kind: "import", id: first.id }]);
  const again = await push(operator, list(MANY));
  await deliver([{ kind: "import", id: again.id }]);
  expect(await seen(operator, again.id)).toMatchObject({ status: "unchanged", duplicate_of: first.id });
  expect(await seen(operator, first.id)).toMatchObject({ status: "current" });
});

it("a list that was sent later stays in use when an earlier one is read after it", async () => {
  const operator = await company();
  const early = await push(operator, list(MANY));
  await new Promise((resolve) => setTimeout(resolve, 2)); // the database dates both in milliseconds
  const late = await (await operator.upload(`${PATH}&activate=true`, csv(["A-1"]))).json<Sent>();
  await deliver([{ kind: "import", id: early.id }]);
  expect(await seen(operator, early.id)).toMatchObject({ status: "ready" });
  expect(await seen(operator, late.id)).toMatchObject({ status: "current" });
});

it("a waiting file is seen and discarded by its own company alone", async () => {
  const [operator, stranger] = await Promise.all([company(), company()]);
  const { id } = await push(operator, list(MANY));
  expect((await stranger.get(`/api/imports/${id}`)).status).toBe(404);
  expect((await stranger.delete(`/api/imports/${id}`)).status).toBe(404);
  expect((await operator.delete(`/api/imports/${id}`)).status).toBe(204);
  expect(await waitingFiles()).toEqual([]);
  await deliver([{ kind: "import", id }]); // the job that is still in the queue finds nothing
  expect((await operator.get(`/api/imports/${id}`)).status).toBe(404);
});
