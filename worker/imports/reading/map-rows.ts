export { mapDrivers } from "./map-drivers.ts";
export { mapReservations } from "./map-reservations.ts";
