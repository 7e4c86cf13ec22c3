const PAUSES_MS = [100, 500, 2000];

/** Does a short piece of work again when it fails, three times at the most; then it throws the last failure. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return work();
}
