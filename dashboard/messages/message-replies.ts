import type { InferRequestType, InferResponseType } from "hono/client";
import type { api } from "../api.ts";

// The API's replies and requests about messages, inferred from its routes.
type Client = typeof api;

export type Message = InferResponseType<Client["messages"][":id"]["$get"], 200>;
export type MessageChange = InferRequestType<Client["messages"][":id"]["$patch"]>["json"];
export type Category = Message["category"];
export type MessageSettings = InferResponseType<Client["message-settings"]["$get"], 200>;
