const ENTRY = 0x02014b50; // in the directory at a zip's end
const DEFLATED = 8;

/** The name and text of every file in a zip, stored or deflated. Throws if there are none. */
export async function unzip(zip: ArrayBuffer): Promise<string> {
  const view = new DataView(zip);
  const parts: string[] = [];
  for (let at = 0; at + 46 <= zip.byteLength; at++) {
    if (view.getUint32(at, true) !== ENTRY) continue;
    const [method, size, name] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 20, true),
      view.getUint16(at + 28, true),
    ];
    const local = view.getUint32(at + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = new Response(zip.slice(from, from + size)).body;
    const plain = method === DEFLATED ? packed?.pipeThrough(new DecompressionStream("deflate-raw")) : packed;
    parts.push(new TextDecoder().decode(zip.slice(at + 46, at + 46 + name)), await new Response(plain).text());
  }
  if (parts.length === 0) throw new Error("there is no file in this zip");
  return parts.join("\n");
}
