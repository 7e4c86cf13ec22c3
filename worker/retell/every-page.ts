type Page<T> = { items: T[]; has_more: boolean; pagination_key?: string };

/** All items of one of Retell's paged lists. `load` gets the next page's key to spread into its query. */
export async function everyPage<T>(load: (next: { pagination_key?: string }) => PromiseLike<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let next: { pagination_key?: string } = {};
  for (;;) {
    const page = await load(next);
    items.push(...page.items);
    if (!page.has_more || page.pagination_key === undefined) return items;
    next = { pagination_key: page.pagination_key };
  }
}
