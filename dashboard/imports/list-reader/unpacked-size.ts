const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_557; // an archive's comment and the record before it
const DEFLATED = 8;

/**
 * The bytes that a ZIP archive unpacks to, counted by unpacking it piece by piece and keeping nothing, because its
 * directory may lie. Counting stops at the first piece beyond `limit`. 0 if there is no directory; null if the archive is
 * damaged.
 */
export async function unpackedSize(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<number | null> {
  let size = 0;
  for (const { data, deflated, claimed } of entries(bytes)) {
    if (size + claimed > limit) return size + claimed;
    const counted = deflated ? await inflatedSize(data, limit - size) : data.length;
    if (counted === null) return null;
    size += counted;
    if (size > limit) return size;
  }
  return size;
}

type Entry = { data: Uint8Array<ArrayBuffer>; deflated: boolean; claimed: number };

function* entries(bytes: Uint8Array<ArrayBuffer>): Generator<Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === -1) return;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    const start = startOfData(view, view.getUint32(at + 42, true));
    yield {
      data: bytes.subarray(start, start + view.getUint32(at + 20, true)),
      deflated: view.getUint16(at + 10, true) === DEFLATED,
      claimed: view.getUint32(at + 24, true),
    };
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** The data starts after the entry's own header, whose name and extra field may be longer than the directory's. */
function startOfData(view: DataView, header: number): number {
  if (header + 30 > view.byteLength) return view.byteLength;
  return header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
}

async function inflatedSize(data: Uint8Array<ArrayBuffer>, limit: number): Promise<number | null> {
  const pieces = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  let size = 0;
  try {
    while (size <= limit) {
      const { done, value } = await pieces.read();
      if (done) return size;
      size += value.length;
    }
    await pieces.cancel(); // the rest is not unpacked
    return size;
  } catch {
    return null;
  }
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return -1;
}
