import type { InferRequestType, InferResponseType } from "hono/client";
import type { api } from "../api.ts";

// The API's replies about calls, inferred from its routes.
type Client = typeof api;

export type Call = InferResponseType<Client["calls"]["$get"], 200>["items"][number];
/** The filters that the figures on the Analytics page link to. */
export type Counted = InferRequestType<Client["calls"]["$get"]>["query"];
export type Outcome = Call["outcome"];
export type CallDetails = InferResponseType<Client["calls"][":id"]["$get"], 200>;
export type Turn = CallDetails["transcript"][number];
export type RecordingLink = NonNullable<CallDetails["recording"]>;
export type BlockedCaller = InferResponseType<Client["blocked-callers"]["$get"], 200>["items"][number];
export type Retention = InferResponseType<Client["retention"]["$get"], 200>;
