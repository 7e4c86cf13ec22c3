import type { InferRequestType, InferResponseType } from "hono/client";
import type { api } from "../api.ts";

// The API's replies and requests about lists, inferred from its routes.
type Client = typeof api;
type Imports = Client["imports"];
type Lists = Imports[":id"];

export type Import = InferResponseType<Lists["$get"], 200>;
export type Kind = Import["kind"];
export type Mode = Import["mode"];
export type RowError = Import["errors"][number];
export type NewImport = InferRequestType<Imports["$post"]>["json"];
export type DateOrder = NonNullable<NewImport["date_order"]>;
export type Change = InferResponseType<Lists["changes"]["$get"], 200>["items"][number];
export type ChangeType = Change["type"];
export type ImportStatus = InferResponseType<Client["import-status"]["$get"], 200>;
export type Reservation = InferResponseType<Client["reservations"][":id"]["$get"], 200>;
export type Status = Reservation["status"];
export type ReservationEdit = InferRequestType<Client["reservations"][":id"]["$patch"]>["json"];
export type LookUpReply = InferResponseType<Client["reservation-lookups"]["$post"], 200>;
export type Driver = InferResponseType<Client["drivers"]["$get"], 200>["items"][number];
export type Unreachable = InferResponseType<Client["drivers"]["$get"], 200>["unreachable"][number];
export type ApiKey = InferResponseType<Client["api-keys"]["$get"], 200>["items"][number];
