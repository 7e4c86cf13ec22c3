import type { KnownStatus } from "../../../reservations/status.ts";
import { statusMeant } from "../read-status.ts";
import { readYesNo } from "../yes-no.ts";
import { type Column, ranked, says, saysAny, saysOnly, share } from "./column.ts";

const OTHERS = [
  "price",
  "driver",
  "invoice",
  "email",
  "phone",
  "vehicle",
  "flight",
  "pickup",
  "dropoff",
  "passenger",
  "leading",
  "address",
  "city",
  "zip",
  "number",
  "date",
  "time",
  "notes",
  "approval",
  "member",
  "staff",
];

/**
 * How far a ride is: the column that says it in words, followed by the boxes that only say whether it was cancelled or
 * nobody came. Payments, approvals and drivers have a status of their own.
 */
export function statusColumns(columns: Column[]): { columns: Column[]; score: number; rival: Column | null } {
  const [best, next] = ranked(columns, statusRank);
  const boxes = columns.filter((column) => column !== best?.column && isBox(column));
  const said = best && best.score >= 0.3 ? [best.column] : [];
  const ended = boxes.filter(({ title }) => ENDS.includes(boxStatus(title) ?? "pending"));
  const others = said.length > 0 ? [] : boxes.filter((column) => !ended.includes(column));
  const rival = best && next && best.score - next.score < 0.02 ? next.column : null;
  return {
    columns: [...said, ...others.slice(0, 1), ...ended],
    score: said.length > 0 ? (best?.score ?? 0) : 0.8,
    rival,
  };
}

const ENDS: KnownStatus[] = ["cancelled", "no_show"];
const BOXES: KnownStatus[] = ["cancelled", "no_show", "completed", "confirmed"];

/** The status that a ticked box under this title stands for: "Cancelled?", "No Show", "Is Confirmed". */
export function boxStatus(title: string): KnownStatus | null {
  const words = boxWords(title);
  const meant = words.split(" ").length <= 2 ? statusMeant(words) : "unknown";
  return BOXES.find((status) => status === meant) ?? null;
}

function boxWords(title: string): string {
  return title
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/[?_*]+|\(.*\)/g, " ")
    .replace(/\b(?:is|was|trip|ride|booking|reservation|y\/n|flag)\b/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function isBox(column: Column): boolean {
  if (boxStatus(column.title) === null || column.content?.filled === 0) return false;
  return share(column, ({ yesNo }) => yesNo, 0) >= 0.9;
}

function statusRank(column: Column): number {
  if (saysAny(column, ...OTHERS) || share(column, ({ yesNo }) => yesNo, 0) >= 0.9) return 0;
  const inWords = share(column, ({ status }) => status, 0);
  const ofRide = saysAny(column, "booking", "trip", "reservation");
  const titled = says(column, "status") || (says(column, "state") && (ofRide || inWords >= 0.5));
  // Under a title that says nothing, cells are a status only if they say nothing else.
  if (!titled)
    return (column.said.size === 0 || saysOnly(column, "estimated")) && isWords(column) && inWords >= 0.9 ? 0.35 : 0;
  const own = ofRide ? 0.95 : says(column, "order") ? 0.7 : 0.9;
  return (own - Math.min(column.other, 3) * 0.05) * (0.8 + 0.2 * share(column, ({ status }) => status));
}

function isWords({ content }: Column): boolean {
  return content !== null && content.filled >= 2 && content.words >= 0.9;
}

type Ticked = { status: KnownStatus; words: string };

/** What the boxes of a row say. The end of a ride comes before everything else; null if no box is ticked. */
export function tickedStatus(boxes: { title: string; text: string }[]): Ticked | null {
  const ticked = boxes.flatMap(({ title, text }) => {
    const status = boxStatus(title);
    return status !== null && readYesNo(text) === true ? [{ status, words: boxWords(title) }] : [];
  });
  return ticked.find(({ status }) => ENDS.includes(status)) ?? ticked[0] ?? null;
}
