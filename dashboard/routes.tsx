import {
  CalendarDays,
  CarFront,
  ChartColumn,
  Inbox,
  type LucideIcon,
  MoonStar,
  Phone,
  Router,
  SlidersHorizontal,
} from "lucide-preact";
import type { FunctionComponent } from "preact";
import { historyAddress } from "./imports/import-address.ts";
import { Overview } from "./overview/Overview.tsx";
import { lazyPage } from "./shell/lazy-page.tsx";
import type { NavGroup } from "./shell/nav-groups.ts";
import { OpenMessages } from "./shell/OpenMessages.tsx";

export type Page = { path: string; title: string; component: FunctionComponent };
/**
 * `badge` stands beside the title and shows what is waiting there for this account. On a phone the `daily` ones stand in the
 * bar at the bottom, and the others behind "More".
 */
export type Tab = Page & {
  group: NavGroup;
  icon: LucideIcon;
  daily?: true;
  badge?: FunctionComponent<{ account: string }>;
};

/** The pages in the navigation of a signed-in operator, in order. */
export const TABS: Tab[] = [
  { path: "/", title: "Overview", group: "work", icon: MoonStar, daily: true, component: Overview },
  {
    path: "/messages",
    title: "Messages",
    group: "work",
    icon: Inbox,
    daily: true,
    badge: OpenMessages,
    component: lazyPage(async () => (await import("./messages/MessagesPage.tsx")).MessagesPage),
  },
  {
    path: "/calls",
    title: "Calls",
    group: "work",
    icon: Phone,
    daily: true,
    component: lazyPage(async () => (await import("./calls/CallsPage.tsx")).CallsPage),
  },
  {
    path: "/reservations",
    title: "Reservations",
    group: "work",
    icon: CalendarDays,
    daily: true,
    component: lazyPage(async () => (await import("./reservations/ReservationsPage.tsx")).ReservationsPage),
  },
  {
    path: "/drivers",
    title: "Drivers",
    group: "work",
    icon: CarFront,
    component: lazyPage(async () => (await import("./drivers/DriversPage.tsx")).DriversPage),
  },
  {
    path: "/analytics",
    title: "Analytics",
    group: "insight",
    icon: ChartColumn,
    component: lazyPage(async () => (await import("./analytics/AnalyticsPage.tsx")).AnalyticsPage),
  },
  {
    path: "/numbers",
    title: "Phone Numbers",
    group: "setup",
    icon: Router,
    component: lazyPage(async () => (await import("./numbers/NumbersPage.tsx")).NumbersPage),
  },
  {
    path: "/settings",
    title: "Agent Settings",
    group: "setup",
    icon: SlidersHorizontal,
    component: lazyPage(async () => (await import("./settings/SettingsPage.tsx")).SettingsPage),
  },
];

/** `tab`: the tab it belongs to. `formerly`: its address while ids stood in the query (`?id=`); it leads to the new one. */
export type Subpage = Page & { tab: string; formerly?: string };

/** Pages that are reached from a tab. The first path that matches wins, so `new` stands before `:id`. */
export const SUBPAGES: Subpage[] = [
  {
    path: "/welcome",
    tab: "/",
    title: "Set up your agent",
    component: lazyPage(async () => (await import("./welcome/WelcomePage.tsx")).WelcomePage),
  },
  {
    path: "/try",
    tab: "/",
    title: "Try your agent",
    component: lazyPage(async () => (await import("./try/TryPage.tsx")).TryPage),
  },
  {
    path: "/calls/:id",
    formerly: "/calls/one",
    tab: "/calls",
    title: "Call",
    component: lazyPage(async () => (await import("./calls/call/CallPage.tsx")).CallPage),
  },
  {
    path: "/imports/new",
    tab: "/reservations",
    title: "Import",
    component: lazyPage(async () => (await import("./imports/upload/ImportPage.tsx")).ImportPage),
  },
  {
    path: "/imports/:id",
    formerly: "/imports/review",
    tab: "/reservations",
    title: "Import",
    component: lazyPage(async () => (await import("./imports/review/ReviewPage.tsx")).ReviewPage),
  },
  {
    path: "/numbers/new",
    tab: "/numbers",
    title: "Add a number",
    component: lazyPage(async () => (await import("./numbers/NewNumberPage.tsx")).NewNumberPage),
  },
  {
    path: "/numbers/:id/route",
    tab: "/numbers",
    title: "How calls reach your agent",
    component: lazyPage(async () => (await import("./routing/RoutePage.tsx")).RoutePage),
  },
  {
    path: "/numbers/:id",
    formerly: "/numbers/one",
    tab: "/numbers",
    title: "Phone number",
    component: lazyPage(async () => (await import("./numbers/NumberPage.tsx")).NumberPage),
  },
  {
    path: "/history",
    tab: "/settings",
    title: "History of changes",
    component: lazyPage(async () => (await import("./history/HistoryPage.tsx")).HistoryPage),
  },
  {
    path: "/account",
    tab: "/settings",
    title: "Password and two-factor",
    component: lazyPage(async () => (await import("./accounts/security/SecurityPage.tsx")).SecurityPage),
  },
];

/** Pages that became part of another one, and where they lead now. */
export const FOLDED: Record<string, (query: URLSearchParams) => string> = {
  "/import-status": (query) => historyAddress(query.get("kind") === "drivers" ? "drivers" : "reservations"),
};

/** Pages that need no session. */
export const SIGNED_OUT_PAGES: Page[] = [
  {
    path: "/sign-in",
    title: "Sign in",
    component: lazyPage(async () => (await import("./accounts/SignIn.tsx")).SignIn),
  },
  {
    path: "/sign-up",
    title: "Create your account",
    component: lazyPage(async () => (await import("./accounts/SignUp.tsx")).SignUp),
  },
  {
    path: "/check-mail",
    title: "Check your e-mail",
    component: lazyPage(async () => (await import("./accounts/CheckMail.tsx")).CheckMail),
  },
  {
    path: "/verify",
    title: "Confirm your e-mail",
    component: lazyPage(async () => (await import("./accounts/Verify.tsx")).Verify),
  },
  {
    path: "/forgot",
    title: "Reset your password",
    component: lazyPage(async () => (await import("./accounts/Forgot.tsx")).Forgot),
  },
  {
    path: "/reset",
    title: "Choose a new password",
    component: lazyPage(async () => (await import("./accounts/Reset.tsx")).Reset),
  },
  {
    path: "/goodbye",
    title: "Goodbye",
    component: lazyPage(async () => (await import("./closure/Goodbye.tsx")).Goodbye),
  },
];
