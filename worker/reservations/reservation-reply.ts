import type { ListedReservation } from "./store/reservation-list.ts";

/** A booking as the API shows it; instants in epoch milliseconds. */
export function reservationReply(row: ListedReservation) {
  return {
    id: row.id,
    confirmation_number: row.confirmationNumber,
    customer_name: row.customerName,
    telephone: row.telephone,
    phone_e164: row.phoneE164,
    pickup_at: row.pickupAt,
    dropoff_at: row.dropoffAt,
    flight_at: row.flightAt,
    timezone: row.timezone,
    pickup_address: row.pickupAddress,
    dropoff_location: row.dropoffLocation,
    terminal: row.terminal,
    direction: row.direction,
    flight_info: row.flightInfo,
    special_instructions: row.specialInstructions,
    vehicle_assigned: row.vehicleAssigned,
    driver_assigned: row.driverAssigned,
    driver_reachable: row.driverReachable === 1,
    num_passengers: row.numPassengers,
    status: row.status,
    status_text: row.statusText,
    edited_at: row.editedAt,
    edited_by: row.editedByName ?? row.editedBy,
    edited_fields: row.editedFields ?? [],
    keep_edit: row.keepEdit,
  };
}
