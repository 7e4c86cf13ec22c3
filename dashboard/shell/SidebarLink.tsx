import type { Tab } from "../routes.tsx";

type Props = { tab: Tab; isCurrent: boolean; account: string | null; open: boolean };

/** A page in the sidebar. With icons alone, its words are read out and shown on hover. */
export function SidebarLink({ tab: { path, title, icon: Icon, badge: Badge }, isCurrent, account, open }: Props) {
  return (
    <a
      href={path}
      aria-current={isCurrent ? "page" : undefined}
      title={open ? undefined : title}
      class="group relative flex h-10 items-center gap-3 rounded-field px-2.5 font-medium text-soft hover:bg-base-200 hover:text-base-content aria-[current]:bg-base-200 aria-[current]:text-base-content"
    >
      <Icon size={18} aria-hidden="true" class="shrink-0 group-aria-[current]:text-accent-ink" />
      <span class={open ? "flex-1" : "sr-only"}>{title}</span>
      {Badge && account !== null && (
        <span class={open ? "" : "absolute -top-0.5 left-6"}>
          <Badge account={account} />
        </span>
      )}
    </a>
  );
}
