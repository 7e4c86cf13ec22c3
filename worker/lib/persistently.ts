const PAUSES_MS = [100, 500, 2000];

/** Retries a short piece of work up to three times, then throws the last error. */
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
