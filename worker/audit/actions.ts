/** Everything that a company's history records, in an operator's words. An action without words does not compile. */
const AUDIT_ACTIONS = {
  "settings.saved": "Changed the Agent Settings",
  "settings.restored": "Restored earlier Agent Settings",
  "answering.switched": "Switched who answers by hand",
  "answering.back_to_schedule": "Went back to the schedule",
  "phone_number.added": "Added a phone number",
  "phone_number.changed": "Changed a phone number",
  "phone_number.connecting": "Asked to connect a phone number",
  "phone_number.repairing": "Connected a phone number again that was missing at the phone service",
  "phone_number.purchase_requested": "Asked for a phone number from us",
  "phone_number.bought": "Got a phone number from us",
  "phone_number.removing": "Asked to remove a phone number",
  "phone_number.removed": "Removed a phone number",
  "phone_number.taken_over": "Took over a phone number that another company never proved",
  "phone_number.lost": "Lost a phone number to another company, because no call ever proved it",
  "route.saved": "Changed how calls reach the agent",
  "route.token_renewed": "Renewed the address that the carrier asks",
  "route.set_up": "Set a number up at its carrier",
  "route.setup_undone": "Undid the set-up at the carrier",
  "route.setup_left_as_is": "Ended the set-up and left the carrier as it is",
  "carrier.saved": "Saved a carrier account",
  "carrier.removed": "Removed a carrier account",
  "import.received": "Uploaded a list",
  "import.confirmed": "Confirmed that the list is still current",
  "import.activated": "Activated a list",
  "import.undone": "Undid an import",
  "import.discarded": "Discarded a list",
  "import.held": "A list waits, because it leaves out many coming rides",
  "reservation.edited": "Changed a reservation",
  "driver.added": "Added a driver",
  "driver.edited": "Changed a driver",
  "driver.removed": "Removed a driver",
  "message.done": "Marked a message as done",
  "message.reopened": "Reopened a message",
  "message.noted": "Wrote a note on a message",
  "message_settings.saved": "Changed where messages are mailed",
  "call.judged": "Judged the agent's answers in a call",
  "caller.blocked": "Blocked a caller",
  "caller.unblocked": "Unblocked a caller",
  "look_ups.caller_stopped": "Stopped a caller who asked for too many bookings",
  "look_ups.company_guarded": "Asked callers for one more detail, because too many look-ups failed",
  "retention.saved": "Changed how long things are kept",
  "retention.purged": "Deleted what was past its retention",
  "api_key.created": "Created an API key",
  "api_key.revoked": "Revoked an API key",
  "account.email_confirmed": "Confirmed the e-mail address",
  "account.password_changed": "Changed the password",
  "account.password_reset": "Set a new password through a mailed link",
  "account.signed_out_everywhere": "Signed out everywhere",
  "account.two_factor_on": "Switched two-factor on",
  "account.two_factor_off": "Switched two-factor off",
  "account.recovery_codes_made": "Made new recovery codes",
  "account.closing": "Closed the account",
} as const satisfies Record<`${string}.${string}`, string>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
type Area = AuditAction extends infer Action ? (Action extends `${infer Before}.${string}` ? Before : never) : never;

/** What the history can be filtered by: the part of an action before its dot, in an operator's words. */
export const AUDIT_AREAS: Record<Area, string> = {
  settings: "Agent Settings",
  answering: "Who answers",
  phone_number: "Phone numbers",
  route: "How calls arrive",
  carrier: "Carrier accounts",
  import: "Imports",
  reservation: "Reservations",
  driver: "Drivers",
  message: "Messages",
  message_settings: "Mail about messages",
  call: "Calls",
  caller: "Blocked callers",
  look_ups: "Look-ups",
  retention: "Retention",
  api_key: "API keys",
  account: "Account",
};

/** An action in words. A row from a later version that was rolled back may hold one that we do not know. */
export function actionWords(action: string): string {
  const known: Record<string, string> = AUDIT_ACTIONS;
  return known[action] ?? action.replaceAll(/[._]/g, " ");
}
