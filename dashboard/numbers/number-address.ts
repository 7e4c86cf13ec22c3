export function numberAddress(id: string): string {
  return `/numbers/${encodeURIComponent(id)}`;
}
