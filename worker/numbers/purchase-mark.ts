/**
 * What stands in the nickname of a number that we bought, so that it is found again although the answer was lost: Retell has
 * no idempotency key. The purchase and its number have the same id.
 */
export function purchaseMark(id: string): string {
  return `nd-${id}`;
}

/** The purchase whose mark stands in a nickname; null for any other number. */
export function markedPurchase(nickname: string | null | undefined): string | null {
  return /\bnd-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(nickname ?? "")?.[1] ?? null;
}
