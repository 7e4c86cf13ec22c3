import type { Page, Subpage } from "../routes.tsx";

/** The page at a path; a part such as `:id` in a page's path stands for any text. */
export function pageAt<Kind extends Pick<Page, "path">>(pages: Kind[], path: string): Kind | undefined {
  return pages.find((page) => matches(page.path, path));
}

/**
 * Where an address of before leads now, or null: `/calls/one?id=7&from=mail` leads to `/calls/7?from=mail`.
 * Without an id it leads to the page's tab. `folded` are pages that became part of another one.
 */
export function movedTo(
  pages: Pick<Subpage, "path" | "tab" | "formerly">[],
  folded: Record<string, (query: URLSearchParams) => string>,
  url: string,
): string | null {
  const { pathname, searchParams } = new URL(url, "https://any.example");
  const before = pathname.replace(/\/+$/, "");
  const into = folded[before];
  if (into) return into(searchParams);
  const page = pages.find(({ formerly }) => formerly === before);
  if (!page) return null;
  const id = searchParams.get("id");
  searchParams.delete("id");
  const path = id ? page.path.replace(":id", () => encodeURIComponent(id)) : page.tab;
  return searchParams.size > 0 ? `${path}?${searchParams}` : path;
}

function matches(pattern: string, path: string): boolean {
  const parts = path.split("/");
  const expected = pattern.split("/");
  return (
    parts.length === expected.length &&
    expected.every((part, at) => (part.startsWith(":") ? isText(parts[at] ?? "") : part === parts[at]))
  );
}

/** The router cannot decode a stray percent sign, and would stop the whole dashboard. */
function isText(part: string): boolean {
  try {
    return decodeURIComponent(part) !== "";
  } catch {
    return false;
  }
}
