import type { StoredMessage } from "./store/message-inbox.ts";

/** A message as the API shows it. */
export function messageReply(message: StoredMessage) {
  return {
    id: message.id,
    category: message.category,
    message: message.message,
    caller_name: message.callerName,
    callback_number: message.callbackNumber,
    from_number: message.fromNumber,
    confirmation_number: message.confirmationNumber,
    call_id: message.callRow,
    note: message.note,
    done_at: message.doneAt,
    created_at: message.createdAt,
  };
}
