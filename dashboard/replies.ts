import type { InferResponseType } from "hono/client";
import type { api } from "./api.ts";

// The API's replies, inferred from its routes. All instants are epoch milliseconds.
type Client = typeof api;
type NumberList = InferResponseType<Client["phone-numbers"]["$get"], 200>;
type VersionList = InferResponseType<Client["tenant-config"]["versions"]["$get"], 200>;

export type Config = InferResponseType<Client["tenant-config"]["$get"], 200>;
export type ConfigVersion = VersionList["items"][number];
export type PhoneNumber = NumberList["items"][number];
export type Overview = InferResponseType<Client["overview"]["$get"], 200>;
