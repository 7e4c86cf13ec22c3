/** The carriers that ask us where a call goes. */
export const CARRIERS = ["twilio", "telnyx"] as const;

export type Carrier = (typeof CARRIERS)[number];
