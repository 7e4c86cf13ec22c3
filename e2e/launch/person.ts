import type { Locator, Page } from "playwright-core";

/**
 * The pace of somebody who does this for the first time, at a computer: they read everything that is new on a page, at the
 * average speed of silent reading in English (Brysbaert 2019), and before each action they think, point and press. Values of the keystroke-level model.
 */
const PACE = {
  readWordsPerMinute: 238,
  thinkSeconds: 1.35,
  clickSeconds: 1.3,
  keySeconds: 0.28,
  /** To go to the mailbox and find the mail. */
  mailSeconds: 20,
  /** To find a file that lies ready. */
  fileSeconds: 15,
  /** To take the phone and dial a number or a code. */
  dialSeconds: 15,
};

type Stage = { name: string; minutes: number; waited: number; clicks: number; keys: number; words: number };

/** Somebody at a page, whose clicks, keys and reading are counted, so that the time they need can be told. */
export class Person {
  readonly page: Page;
  readonly stages: Stage[] = [];
  private readonly began = performance.now();
  private readonly read = new Set<string>();
  private clicks = 0;
  private keys = 0;
  private words = 0;
  private otherSeconds = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async click(target: Locator): Promise<void> {
    await target.waitFor();
    await this.reads();
    this.clicks++;
    await target.click();
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.click(target);
    this.keys += text.length;
    await target.fill(text);
  }

  async choose(target: Locator, option: string | { label: string }): Promise<void> {
    await target.waitFor();
    await this.reads();
    this.clicks += 2; // opens the list, takes the option
    await target.selectOption(option);
  }

  async chooseFile(target: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await target.waitFor({ state: "attached" });
    await this.reads();
    this.clicks += 2; // opens the dialog, takes the file
    this.otherSeconds += PACE.fileSeconds;
    await target.setInputFiles(file);
  }

  /** Follows a link that they got by mail. */
  async follow(link: string): Promise<void> {
    this.clicks += 2; // opens the mail, presses the link
    this.otherSeconds += PACE.mailSeconds;
    await this.page.goto(link);
  }

  /** Dials something that takes so many seconds. */
  calls(seconds: number): void {
    this.otherSeconds += PACE.dialSeconds + seconds;
  }

  /** How far they have come, with everything since they opened the first page. */
  async reached(name: string): Promise<void> {
    await this.reads();
    const { clicks, keys, words } = this;
    const waited = (performance.now() - this.began) / 1000; // what the product and the browser took
    const acted = (clicks + keys / 20) * PACE.thinkSeconds + clicks * PACE.clickSeconds + keys * PACE.keySeconds;
    const seconds = waited + acted + (words / PACE.readWordsPerMinute) * 60 + this.otherSeconds;
    this.stages.push({ name, minutes: Math.round(seconds / 6) / 10, waited: Math.round(waited), clicks, keys, words });
  }

  /** Reads what is new on the page. */
  private async reads(): Promise<void> {
    const shown = await this.page.locator("body").evaluate(visibleText);
    for (const sentence of shown.split("\n").filter((line) => !this.read.has(line))) {
      this.read.add(sentence);
      this.words += sentence.split(/\s+/).filter(Boolean).length;
    }
  }
}

/** What is written on the page. A closed list shows one of its options only, so its others are not read. */
function visibleText(body: HTMLElement): string {
  return [...body.querySelectorAll("select")].reduce(
    (text, { innerText }) => text.replace(innerText, ""),
    body.innerText,
  );
}

/** The stages of somebody as lines of text. */
export function storyText(who: string, stages: Stage[]): string {
  const line = ({ name, minutes, waited, clicks, keys, words }: Stage) =>
    `  ${minutes.toFixed(1)} min (${waited} s of it waiting), ${clicks} clicks, ${keys} keys, ${words} words read: ${name}`;
  return [`${who}:`, ...stages.map(line)].join("\n");
}

/** The pace in words, because a time means nothing without it. */
export function paceText(): string {
  const { readWordsPerMinute, thinkSeconds, clickSeconds, keySeconds, mailSeconds, fileSeconds, dialSeconds } = PACE;
  return `At a human pace: ${readWordsPerMinute} words read a minute; before each click ${thinkSeconds} s of thinking and ${clickSeconds} s to point and press; ${keySeconds} s a key, and a thought every 20 keys; ${mailSeconds} s for a mail, ${fileSeconds} s to find the file, ${dialSeconds} s to dial, and the call itself; and how long the product took on this machine.`;
}
