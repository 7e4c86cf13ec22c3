import type { LucideIcon } from "lucide-preact";

/** Something that the palette leads to. `about` says what it is where the title does not. */
export type Entry = { href: string; title: string; about?: string; icon: LucideIcon };

/** Entries of one kind, under a heading. */
export type EntryGroup = { title: string; entries: Entry[] };
