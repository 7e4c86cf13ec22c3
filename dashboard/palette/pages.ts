import { CarFront, FileUp, Hash, KeyRound, MessageCircle } from "lucide-preact";
import { TABS } from "../routes.tsx";
import type { Entry } from "./entry.ts";

/** The pages of the navigation, and what an operator may want to do beside opening one. */
export const PAGES: Entry[] = [
  ...TABS.map(({ path, title, icon }) => ({ href: path, title, icon })),
  { href: "/imports/new?kind=reservations", title: "Import reservations", icon: FileUp },
  { href: "/imports/new?kind=drivers", title: "Import drivers", icon: CarFront },
  { href: "/try", title: "Try your agent", icon: MessageCircle },
  { href: "/numbers/new", title: "Add a number", icon: Hash },
  { href: "/account", title: "Password and two-factor", icon: KeyRound },
];
