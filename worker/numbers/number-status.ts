/**
 * How a number stands at Retell, in an operator's words (docs/numbers.md). The table's check, the API's answer and the
 * dashboard's badges follow from it.
 */
export const NUMBER_STATUSES = {
  not_connected: "Not connected",
  pending: "Connecting …",
  connected: "Connected",
  error: "Problem",
  disconnecting: "Being removed",
} as const;

export type NumberStatus = keyof typeof NUMBER_STATUSES;
