import { accessSync, constants, existsSync, mkdirSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { inWords, sentenceFor, Trouble } from "./trouble.ts";

const NEEDED_MB = 50; // a start writes 5 MB, and lists and calls add to that

const held: DatabaseSync[] = []; // without a reference the lock would be garbage-collected and so released

/** Throws a Trouble if a folder has no room for what a start writes. The folder may not exist yet. Nothing is written. */
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
 * Creates the folder for a copy's data and keeps other copies out until this process ends, however it ends, because two
 * Workers on one database overwrite each other's data. Throws a Trouble if another copy uses it or it cannot be
 * written.
 */
export function claimFolder(stateDir: string): void {
  const file = join(stateDir, "in-use.sqlite");
  try {
    mkdirSync(stateDir, { recursive: true });
    writeFileSync(file, "", { flag: "a" }); // reports a folder that cannot be written with an error code; SQLite does not
    const lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE"); // the system releases it with the process
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
