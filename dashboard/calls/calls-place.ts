let place = "/calls";

/** Where the list of calls was left: its filters and page, for the way back from a call. */
export function callsPlace(): string {
  return place;
}

export function rememberCallsPlace(address: string): void {
  place = address;
}
