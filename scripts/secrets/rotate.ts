import { randomBytes } from "node:crypto";
import { countLeft, nameOfKey, newestKey, type Sealed, same, unfinishedKey } from "./kids.ts";

/** Where the Worker's keys are kept. Values go in and never come out. */
export type KeyStore = {
  names(): Promise<string[]>;
  put(kid: string, key: string): Promise<void>;
  makeCurrent(kid: string): Promise<void>;
  remove(kid: string): Promise<void>;
  /** Until every running Worker knows what was put. */
  settle(): Promise<void>;
};

export type Place = {
  keys: KeyStore;
  sealed(): Promise<Sealed[]>;
  /** Forgets what could not be opened, so that the Worker tries again: its key may have been put back. */
  lookAgain(): Promise<void>;
  /** Makes the Worker go on at once where that is possible; throws when there is none running. */
  nudge(): Promise<void>;
  pause(): Promise<void>;
  /** After so many pauses without progress it is said that nothing happens. */
  patience: number;
  now(): number;
  print(line: string): void;
};

/**
 * Makes a key, lets everything be sealed with it and says when the one before may go. Each step may be the last one: the
 * next run goes on with the key that is there.
 * @throws when nothing is sealed again although it should be
 */
export async function rotate(place: Place): Promise<void> {
  const { keys, print } = place;
  await place.nudge();
  const begun = unfinishedKey(await keys.names(), await place.sealed(), place.now());
  const kid = begun ?? nameOfKey(place.now());
  if (begun) print(`Going on with KEK_${kid}, which is there already.`);
  else {
    await keys.put(kid, randomBytes(32).toString("base64url"));
    print(`KEK_${kid} is made and stored.`);
  }
  // Before anything is sealed with the key every Worker has to know it; else some could not open it for a while.
  await keys.settle();
  await keys.makeCurrent(kid);
  await keys.settle();
  print(`KEK_CURRENT is ${kid}: new passwords are sealed with it. Those that are there are sealed again now.`);
  await place.lookAgain();
  await untilSealed(place, kid);
  const old = (await keys.names()).filter((name) => !same(name, kid));
  print(`Everything is sealed with KEK_${kid}. ${describeUnreadable(await place.sealed(), kid)}`.trim());
  if (old.length > 0) print(`No longer needed: ${old.map((name) => `KEK_${name}`).join(", ")}. Remove with --retire.`);
}

/** Prints how many secrets are sealed with which key. */
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
 * Removes every key but the newest, after another try to open what could not be opened before.
 * @throws when something that can be opened is still sealed with one of them
 */
export async function retire(place: Place): Promise<void> {
  const { keys, print } = place;
  const newest = newestKey(await keys.names());
  if (!newest) throw new Error("There is no key that a rotation has made, so none is to be removed. Rotate first.");
  refuseIfNeeded(await place.sealed(), newest);
  await keys.makeCurrent(newest); // also after a rotation that was interrupted before this
  await keys.settle();
  refuseIfNeeded(await place.sealed(), newest); // a Worker that did not know yet may have sealed one meanwhile
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
        `Nothing has been sealed again for a while; ${left} to go. Look into the Worker's log, then run this again.`,
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
