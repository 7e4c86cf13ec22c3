import type { Section } from "./sections.ts";

/** Describes the archive's files for the operator. */
export function readme(sections: Pick<Section, "name" | "about">[], now: number): string {
  const longest = Math.max(...sections.map(({ name }) => name.length));
  return [
    `Everything that Nightdesk stores about your company, as of ${new Date(now).toISOString().slice(0, 16).replace("T", " ")} UTC.`,
    "",
    "There are two versions of each file: .csv opens in Excel, Numbers or Google Sheets; .json is for programs.",
    "",
    ...sections.map(({ name, about }) => `  ${name.padEnd(longest)}  ${about}`),
    `  ${"transcripts/".padEnd(longest)}  transcripts of your calls, 200 calls per file`,
    "",
    "Good to know",
    "- Times that end with Z are in UTC. Times in reservations are in your time zone.",
    "- Text that a spreadsheet would run as a formula starts with an apostrophe.",
    "- Passwords and keys are not included. Nobody can read them back, not even we.",
    "- Recordings are not included. You can play them on the page of their call.",
    "",
  ].join("\r\n");
}
