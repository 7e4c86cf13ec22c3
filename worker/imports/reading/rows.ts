import type { ReservationStatus } from "../../reservations/status.ts";

/** A booking as it is stored, without what only the store knows: its id, its company and its import. Times are epoch milliseconds. */
export type ReservationRow = {
  confirmationNumber: string;
  confirmationKey: string;
  customerName: string | null;
  telephone: string | null;
  phoneE164: string | null;
  pickupAt: number;
  dropoffAt: number | null;
  flightAt: number | null;
  timezone: string;
  pickupAddress: string | null;
  dropoffLocation: string | null;
  terminal: string | null;
  direction: string | null;
  flightInfo: string | null;
  specialInstructions: string | null;
  vehicleAssigned: string | null;
  driverAssigned: string | null;
  driverKey: string | null;
  numPassengers: number | null;
  status: ReservationStatus;
  statusText: string | null;
};

export type DriverRow = {
  name: string;
  nameKey: string;
  phone: string | null;
  phoneE164: string | null;
  availableDays: string | null;
};
