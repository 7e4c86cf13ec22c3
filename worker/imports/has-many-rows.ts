/** Files with more rows are read by the queue. */
export const MOST_ROWS_AT_ONCE = 5000;

const [QUOTE, NEWLINE, RETURN] = [0x22, 0x0a, 0x0d];

/**
 * Whether a CSV file has more rows than are read while the sender waits, blank ones included. It stops counting where
 * that is certain. Line ends within quotes do not count.
 */
export function hasManyRows(bytes: Uint8Array): boolean {
  const end = bytes.includes(NEWLINE) ? NEWLINE : RETURN;
  let lines = 0;
  let quoted = false;
  for (const byte of bytes) {
    if (lines > MOST_ROWS_AT_ONCE) return true; // the header and that many rows have ended, and something follows
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === end && !quoted) lines += 1;
  }
  return false;
}
