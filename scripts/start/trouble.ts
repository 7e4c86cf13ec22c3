/** What happened and what to do about it. Its message is printed as it is. */
export class Trouble extends Error {}

export const PORT_IS_TAKEN = "is taken"; // part of every message about a port; e2e/stack.ts looks for it

/** What the codes and messages of Node, SQLite, workerd and Vite mean for somebody who just wants to start. */
const SIGNS: [RegExp, string][] = [
  [
    /ENOSPC|no space left|SQLITE_FULL|disk is full/i,
    "The disk is full. Make room, or put the data on another disk with STATE_DIR, then run `npm start` again.",
  ],
  [
    /EROFS|read-?only (file system|database)|SQLITE_READONLY|SQLITE_CANTOPEN|unable to open database/i,
    "The disk is read-only. Nightdesk writes to its own folder and to STATE_DIR: copy it to where you may write, or choose another STATE_DIR.",
  ],
  [
    /EACCES|EPERM|permission denied/i,
    "A file or folder belongs to somebody else. Make Nightdesk's folder and STATE_DIR your own, then run `npm start` again.",
  ],
  [
    /EADDRINUSE|address already in use/i,
    `A port ${PORT_IS_TAKEN} by another program since a moment ago. Run \`npm start\` again: it says which port, and how to choose another.`,
  ],
  [
    /SQLITE_CORRUPT|SQLITE_NOTADB|not a database|disk image is malformed/i,
    "The local data is damaged. Choose an empty folder for it with STATE_DIR, or delete the old one.",
  ],
  [/EMFILE|ENFILE|too many open files/i, "Too many files are open. End other programs, then run `npm start` again."],
  [/ENOMEM|out of memory/i, "The memory is full. End other programs, then run `npm start` again."],
  [
    /spawn \S+ ENOENT/,
    "A program is missing. Start Nightdesk with `npm start`, which installs what it needs and knows where it is.",
  ],
];

/** An error as text for the terminal: first what to do, then what the program said. */
export function inWords(error: unknown): string {
  if (error instanceof Trouble) return error.message;
  const said = error instanceof Error ? error.message : String(error);
  const sentence = sentenceFor(said);
  return sentence ? `${sentence}\n\n${said}` : said;
}

/** The sentence for a program's output; null if nothing in it is known. */
export function sentenceFor(printed: string): string | null {
  return SIGNS.find(([sign]) => sign.test(printed))?.[1] ?? null;
}
