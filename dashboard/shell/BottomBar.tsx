import { Ellipsis } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useDisclosure } from "../components/disclosure.ts";
import { TABS, type Tab } from "../routes.tsx";

type Props = { current: string; account: string | null };

const DAILY = TABS.filter(({ daily }) => daily);
const MORE = TABS.filter(({ daily }) => !daily);

/** The navigation on a phone: what is needed every day within reach of the thumb, the rest behind "More". */
export function BottomBar({ current, account }: Props) {
  const { open, toggle, close, root } = useDisclosure();
  useEffect(close, [current]);
  return (
    <nav
      aria-label="Pages"
      class="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-base-100 pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <div ref={root} class="grid h-15 grid-cols-5">
        <button
          type="button"
          aria-expanded={open}
          data-current={MORE.some(({ path }) => path === current) || undefined}
          class={`order-last ${ITEM}`}
          onClick={toggle}
        >
          <Ellipsis size={20} aria-hidden="true" />
          More
        </button>
        {DAILY.map((tab) => (
          <BarLink key={tab.path} tab={tab} isCurrent={current === tab.path} account={account} />
        ))}
        {open && (
          <ul class="panel absolute right-2 bottom-full mb-2 grid w-64 gap-0.5 p-2 shadow-xl">
            {MORE.map(({ path, title, icon: Icon }) => (
              <li key={path}>
                <a
                  href={path}
                  aria-current={current === path ? "page" : undefined}
                  class="flex h-12 items-center gap-3 rounded-field px-3 font-medium hover:bg-base-200 aria-[current]:bg-base-200"
                  onClick={close}
                >
                  <Icon size={19} aria-hidden="true" class="shrink-0 text-soft" />
                  {title}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </nav>
  );
}

const ITEM =
  "relative grid content-center justify-items-center gap-0.5 text-[0.6875rem] font-medium text-soft aria-[current]:text-base-content data-current:text-base-content";

function BarLink({
  tab: { path, title, icon: Icon, badge: Badge },
  isCurrent,
  account,
}: {
  tab: Tab;
  isCurrent: boolean;
  account: string | null;
}) {
  return (
    <a href={path} aria-current={isCurrent ? "page" : undefined} class={`group ${ITEM}`}>
      <Icon size={20} aria-hidden="true" class="group-aria-[current]:text-accent-ink" />
      {title}
      {Badge && account !== null && (
        <span class="absolute top-1 left-1/2">
          <Badge account={account} />
        </span>
      )}
    </a>
  );
}
