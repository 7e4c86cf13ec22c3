import { encode } from "uqr";

const MARGIN = 2; // modules of white around it, which cameras need

/** A text as a QR code, black on white in every theme. */
export function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: MARGIN });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg role="img" aria-label="QR code" viewBox={`0 0 ${size} ${size}`} class="size-52 rounded-field bg-white">
      <path d={path} fill="black" shape-rendering="crispEdges" />
    </svg>
  );
}
