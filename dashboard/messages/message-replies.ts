import type { InferRequestType, InferResponseType } from "hono/client";
import type { api } from "../api.ts";

// What the API answers about messages and takes for them, by inference from its own routes.
type Client = typeof api;

export type Message = InferResponseType<Client["messages"][":id"]["$get"], 200>;
export type MessageChange = InferRequestType<Client["messages"][":id"]["$patch"]>["json"];
export type Category = Message["category"];
export type MessageSettings = InferResponseType<Client["message-settings"]["$get"], 200>;
