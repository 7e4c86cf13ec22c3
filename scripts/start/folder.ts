import { accessSync, constants, existsSync, mkdirSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { inWords, sentenceFor, Trouble } from "./trouble.ts";

const NEEDED_MB = 50; // a start writes 5 MB; lists and calls come on top

const held: DatabaseSync[] = []; // a lock that nobody refers to would be collected, and with it lifted

/** Throws a Trouble when a folder cannot hold what a start writes. It need not be there yet; nothing is written. */
export function checkRoom(folder: string): void {
  const there = nearest(resolve(folder));
  try {
    accessSync(there, constants.W_OK);
  } catch (error) {
    throw new Trouble(inWords(error));
  }
  const { bavail, bsize, blocks } = statfsSync(there);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (blocks > 0 && free < NEEDED_MB) {
    throw new Trouble(`${sentenceFor("ENOSPC")}\n${folder} has ${free} MB left, and Nightdesk needs ${NEEDED_MB}.`);
  }
}

/**
 * Makes the folder of a copy's data and keeps other copies out of it until this process ends, however it ends: two Workers
 * on one database overwrite each other's data. Throws a Trouble when another copy runs in it or it cannot be written.
 */
export function claimFolder(stateDir: string): void {
  const file = join(stateDir, "in-use.sqlite");
  try {
    mkdirSync(stateDir, { recursive: true });
    writeFileSync(file, "", { flag: "a" }); // tells a folder that cannot be written by a code, which SQLite does not
    const lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE"); // the system lifts it with the process
    held.push(lock);
  } catch (error) {
    throw new Trouble(whyNot(stateDir, error instanceof Error ? error.message : String(error)));
  }
}

function whyNot(stateDir: string, said: string): string {
  if (/locked/.test(said)) {
    return `Another copy of Nightdesk is running with the data in ${stateDir}. End it with Ctrl-C in its terminal, or give this one a folder of its own: \`STATE_DIR=.wrangler/second npm start\`.`;
  }
  if (/EEXIST|ENOTDIR/.test(said)) return `STATE_DIR must be a folder, and at ${stateDir} there is a file.`;
  return `Nightdesk cannot write to ${stateDir} (STATE_DIR). ${sentenceFor(said) ?? ""}\n${said}`;
}

function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}
