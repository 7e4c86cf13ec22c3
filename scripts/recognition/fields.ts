/** The values of a ride that the corpus asks for, named as the tools name them. */
const RIDE_FIELDS = [
  "confirmation_number",
  "customer_name",
  "telephone",
  "pickup_time",
  "appointment_time",
  "dropoff_time",
  "flight_time",
  "pickup_address",
  "dropoff_location",
  "terminal",
  "direction",
  "flight_info",
  "special_instructions",
  "vehicle_assigned",
  "driver_assigned",
  "driver_phone",
  "num_passengers",
  "status",
] as const;

const DRIVER_FIELDS = ["name", "phone", "available_days"] as const;

export type Field = (typeof RIDE_FIELDS)[number] | (typeof DRIVER_FIELDS)[number];

export const FIELDS = [...RIDE_FIELDS, ...DRIVER_FIELDS] as const satisfies Field[];

/** Fields in which a wrong value tells a caller a wrong fact, or lets a stranger in or the passenger not. */
export const NEVER_WRONG: readonly Field[] = [
  "customer_name",
  "telephone",
  "pickup_time",
  "appointment_time",
  "dropoff_time",
  "flight_time",
  "driver_phone",
  "status",
  "name",
  "phone",
];

/** The fields by which a ride is found and told: where all of them are right, a list is right. */
export const ESSENTIAL: readonly Field[] = [
  "confirmation_number",
  "customer_name",
  "telephone",
  "pickup_time",
  "appointment_time",
  "status",
  "name",
  "phone",
];
