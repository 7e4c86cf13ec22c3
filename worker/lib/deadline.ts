class DeadlineExceeded extends Error {
  override readonly name = "DeadlineExceeded";
}

/** Waits for `work` for at most `milliseconds`, then throws DeadlineExceeded. The work itself continues. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineExceeded(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for `work`, but at least `milliseconds`, so that the time it takes reveals nothing. Failures wait too. */
export async function noSoonerThan<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const floor = new Promise((resolve) => setTimeout(resolve, milliseconds));
  const [result] = await Promise.allSettled([work, floor]);
  if (result.status === "rejected") throw result.reason;
  return result.value;
}
