import { SlidersHorizontal } from "lucide-preact";
import { SETTING_PLACES } from "../settings/setting-places.ts";
import type { Entry, EntryGroup } from "./entry.ts";

const MOST_SETTINGS = 6;

/** Pages and settings whose words contain every word of the text. Without a text, all pages. */
export function pageEntries(pages: Entry[], text: string): EntryGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (said: string) => words.every((word) => said.toLowerCase().includes(word));
  const settings = words.length === 0 ? [] : SETTING_PLACES.filter(({ title, words }) => fits(`${title} ${words}`));
  return [
    { title: "Pages", entries: pages.filter(({ title }) => fits(title)) },
    {
      title: "Settings",
      entries: settings.slice(0, MOST_SETTINGS).map(({ title, href }) => ({ href, title, icon: SlidersHorizontal })),
    },
  ];
}
