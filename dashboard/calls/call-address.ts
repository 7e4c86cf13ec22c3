export function callAddress(id: string): string {
  return `/calls/${encodeURIComponent(id)}`;
}
