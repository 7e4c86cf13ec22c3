let place = "/calls";

/** The address of the list of calls when it was left, with filters and page, for the link back from a call. */
export function callsPlace(): string {
  return place;
}

export function rememberCallsPlace(address: string): void {
  place = address;
}
