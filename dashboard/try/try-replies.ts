import type { InferRequestType, InferResponseType } from "hono/client";
import type { api } from "../api.ts";

// A turn of a try-out, inferred from its route.
type Turns = (typeof api)["try-outs"]["turns"]["$post"];

type Turn = InferResponseType<Turns, 200>;
export type TurnMessage = NonNullable<InferRequestType<Turns>["json"]["messages"]>[number];
export type Variables = Turn["variables"];
