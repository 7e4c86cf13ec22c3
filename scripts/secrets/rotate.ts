import { randomBytes } from "node:crypto";
import { countLeft, nameOfKey, newestKey, type Sealed, same, unfinishedKey } from "./kids.ts";

/** Where the Worker's keys are stored. Values can be written but never read. */
export type KeyStore = {
  names(): Promise<string[]>;
  put(kid: string, key: string): Promise<void>;
  makeCurrent(kid: string): Promise<void>;
  remove(kid: string): Promise<void>;
  /** Waits until every running Worker knows the new values. */
  settle(): Promise<void>;
};

export type Place = {
  keys: KeyStore;
  sealed(): Promise<Sealed[]>;
  /** Makes the Worker retry secrets that could not be opened, because their key may be back. */
  lookAgain(): Promise<void>;
  /** Makes the Worker continue right away if possible; throws if no Worker is running. */
  nudge(): Promise<void>;
  pause(): Promise<void>;
  /** After this many pauses without progress the rotation stops with an error. */
  patience: number;
  now(): number;
  print(line: string): void;
};

/**
 * Makes a key, waits until everything is sealed with it, and says when the old key can be removed. It may be interrupted
 * at any step; the next run continues with the same key.
 * @throws when nothing is sealed again although it should be
 */
export async function rotate(place: Place): Promise<void> {
  const { keys, print } = place;
  await place.nudge();
  const begun = unfinishedKey(await keys.names(), await place.sealed(), place.now());
  const kid = begun ?? nameOfKey(place.now());
  if (begun) print(`Continuing with KEK_${kid}, which already exists.`);
  else {
    await keys.put(kid, randomBytes(32).toString("base64url"));
    print(`KEK_${kid} is made and stored.`);
  }
  // Every Worker has to know the key before anything is sealed with it; otherwise some could not open it for a while.
  await keys.settle();
  await keys.makeCurrent(kid);
  await keys.settle();
  print(`KEK_CURRENT is ${kid}: new passwords are sealed with it. Existing ones are being sealed again now.`);
  await place.lookAgain();
  await untilSealed(place, kid);
  const old = (await keys.names()).filter((name) => !same(name, kid));
  print(`Everything is sealed with KEK_${kid}. ${describeUnreadable(await place.sealed(), kid)}`.trim());
  if (old.length > 0) print(`No longer needed: ${old.map((name) => `KEK_${name}`).join(", ")}. Remove with --retire.`);
}

/** Prints how many secrets are sealed with each key. */
export async function status({ keys, sealed, print }: Place): Promise<void> {
  const [names, counted] = [await keys.names(), await sealed()];
  for (const name of names) {
    const { count = 0 } = counted.find(({ kid }) => same(kid, name)) ?? {};
    print(`KEK_${name}  ${count}`);
  }
  for (const { kid, count, unreadable } of counted) {
    const why = names.some((name) => same(kid, name)) ? "altered, or its key was replaced" : "its key is not there";
    if (kid === "") print(`(key not noted yet)  ${count}`);
    else if (!names.some((name) => same(kid, name))) print(`KEK_${kid}  ${count}, and this key is not there`);
    if (unreadable > 0) print(`  of these ${unreadable} cannot be opened (${why}): enter the passwords again`);
  }
  if (counted.length === 0) print("Nothing is sealed yet.");
}

/**
 * Removes every key except the newest, after retrying what could not be opened before.
 * @throws when something that can be opened is still sealed with one of them
 */
export async function retire(place: Place): Promise<void> {
  const { keys, print } = place;
  const newest = newestKey(await keys.names());
  if (!newest) throw new Error("No rotation has made a key yet, so there is nothing to remove. Rotate first.");
  refuseIfNeeded(await place.sealed(), newest);
  await keys.makeCurrent(newest); // in case a rotation was interrupted before this
  await keys.settle();
  refuseIfNeeded(await place.sealed(), newest); // a Worker that did not know the new key yet may have used the old one
  await place.lookAgain();
  await untilSealed(place, newest);
  for (const name of await keys.names()) {
    if (same(name, newest)) continue;
    await keys.remove(name);
    print(`KEK_${name} is removed.`);
  }
  await keys.settle();
  print(`KEK_${newest} is the only key.`);
}

async function untilSealed(place: Place, kid: string): Promise<void> {
  let last = -1;
  for (let waited = 0; ; waited++) {
    const left = countLeft(await place.sealed(), kid);
    if (left !== last) {
      place.print(`${left} to go`);
      [last, waited] = [left, 0];
    }
    if (left === 0) return;
    if (waited >= place.patience) {
      throw new Error(
        `Nothing has been sealed again for a while; ${left} to go. Check the Worker's log, then run this again.`,
      );
    }
    await place.nudge();
    await place.pause();
  }
}

function describeUnreadable(sealed: Sealed[], kid: string): string {
  const lost = sealed.filter((one) => !same(one.kid, kid)).reduce((sum, { unreadable }) => sum + unreadable, 0);
  return lost === 0
    ? ""
    : `${lost} cannot be opened by any key: their operators are asked to enter the password again.`;
}

function refuseIfNeeded(sealed: Sealed[], newest: string): void {
  const left = countLeft(sealed, newest);
  if (left === 0) return;
  throw new Error(
    `No key is removed: ${left} still sealed with another key than KEK_${newest}. Run the rotation to its end.`,
  );
}
