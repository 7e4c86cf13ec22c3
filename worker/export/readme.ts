import type { Section } from "./sections.ts";

/** What lies in the archive, in plain words. */
export function readme(sections: Pick<Section, "name" | "about">[], now: number): string {
  const longest = Math.max(...sections.map(({ name }) => name.length));
  return [
    `Everything that Nightdesk keeps of your company, as of ${new Date(now).toISOString().slice(0, 16).replace("T", " ")} UTC.`,
    "",
    "Each file is there twice: .csv opens in Excel, Numbers or Google Sheets, .json is for programs.",
    "",
    ...sections.map(({ name, about }) => `  ${name.padEnd(longest)}  ${about}`),
    `  ${"transcripts/".padEnd(longest)}  what was said in your calls, 200 calls a file`,
    "",
    "Good to know",
    "- Times that end with Z are in UTC. Times in reservations are on your own clock.",
    "- Text that a spreadsheet would run as a formula has an apostrophe in front.",
    "- Passwords and keys are not in here; nobody can read them back, not even we.",
    "- Recordings are not in here. Play the ones you want to keep on the page of their call.",
    "",
  ].join("\r\n");
}
