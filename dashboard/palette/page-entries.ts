import { CarFront, FileUp, Hash, KeyRound, MessageCircle, SlidersHorizontal } from "lucide-preact";
import { TABS } from "../routes.tsx";
import { SETTING_PLACES } from "../settings/setting-places.ts";
import type { Entry, EntryGroup } from "./entry.ts";

/** What an operator may want to do, beside opening a page of the navigation. */
const ACTIONS: Entry[] = [
  { href: "/imports/new?kind=reservations", title: "Import reservations", icon: FileUp },
  { href: "/imports/new?kind=drivers", title: "Import drivers", icon: CarFront },
  { href: "/try", title: "Try your agent", icon: MessageCircle },
  { href: "/numbers/new", title: "Add a number", icon: Hash },
  { href: "/account", title: "Password and two-factor", icon: KeyRound },
];

const PAGES: Entry[] = [...TABS.map(({ path, title, icon }) => ({ href: path, title, icon })), ...ACTIONS];
const MOST_SETTINGS = 6;

/** Pages and settings whose words contain every word of the text. Without a text, all pages. */
export function pageEntries(text: string): EntryGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (said: string) => words.every((word) => said.toLowerCase().includes(word));
  const settings = words.length === 0 ? [] : SETTING_PLACES.filter(({ title, words }) => fits(`${title} ${words}`));
  return [
    { title: "Pages", entries: PAGES.filter(({ title }) => fits(title)) },
    {
      title: "Settings",
      entries: settings.slice(0, MOST_SETTINGS).map(({ title, href }) => ({ href, title, icon: SlidersHorizontal })),
    },
  ];
}
