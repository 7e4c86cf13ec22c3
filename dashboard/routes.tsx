import type { FunctionComponent } from "preact";
import { Overview } from "./overview/Overview.tsx";
import { lazyPage } from "./shell/lazy-page.tsx";
import { OpenMessages } from "./shell/OpenMessages.tsx";

export type Page = { path: string; title: string; component: FunctionComponent };
/** `badge` stands beside the title and shows what is waiting there for this account. */
type Tab = Page & { badge?: FunctionComponent<{ account: string }> };

/** The tabs of a signed-in operator, in order. */
export const TABS: Tab[] = [
  { path: "/", title: "Overview", component: Overview },
  {
    path: "/messages",
    title: "Messages",
    badge: OpenMessages,
    component: lazyPage(async () => (await import("./messages/MessagesPage.tsx")).MessagesPage),
  },
  {
    path: "/calls",
    title: "Calls",
    component: lazyPage(async () => (await import("./calls/CallsPage.tsx")).CallsPage),
  },
  {
    path: "/reservations",
    title: "Reservations",
    component: lazyPage(async () => (await import("./reservations/ReservationsPage.tsx")).ReservationsPage),
  },
  {
    path: "/drivers",
    title: "Drivers",
    component: lazyPage(async () => (await import("./drivers/DriversPage.tsx")).DriversPage),
  },
  {
    path: "/import-status",
    title: "Import Status",
    component: lazyPage(async () => (await import("./imports/status/ImportStatusPage.tsx")).ImportStatusPage),
  },
  {
    path: "/analytics",
    title: "Analytics",
    component: lazyPage(async () => (await import("./analytics/AnalyticsPage.tsx")).AnalyticsPage),
  },
  {
    path: "/numbers",
    title: "Phone Numbers",
    component: lazyPage(async () => (await import("./numbers/NumbersPage.tsx")).NumbersPage),
  },
  {
    path: "/settings",
    title: "Agent Settings",
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
    tab: "/import-status",
    title: "Import",
    component: lazyPage(async () => (await import("./imports/upload/ImportPage.tsx")).ImportPage),
  },
  {
    path: "/imports/:id",
    formerly: "/imports/review",
    tab: "/import-status",
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
