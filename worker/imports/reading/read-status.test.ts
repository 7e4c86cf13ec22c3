import { describe, expect, it } from "vitest";
import { statusMeant, statusReader } from "./read-status.ts";

describe("what a status says", () => {
  it.each([
    [
      "cancelled",
      "Cancelled by driver|Cancelled - late|CANCELED_BY_RIDER|Driver Cancelled|Late cancel|Cancellation|Cxl|Canc.|Cancelled (no driver)|Cancelled: flight delayed|Cancelado por el cliente|Anulado|Storniert|Vom Kunden abgesagt|Annulée|Annulé par le client|Void|Closed - cancelled|Trip: Cancelled|Cancelled – driver en route|Cancellation confirmed|Cancelled after dispatch",
    ],
    [
      "no_show",
      "No show|No-Show|NOSHOW|Passenger did not show|N/S|Completed (no show)|Nicht erschienen|No se presentó",
    ],
    [
      "en_route",
      "Driving to pick-up|En route|enRoute|Driver on the way|On my way|Heading to the passenger|En route to pickup|Arriving|Dispatched – en route|OTW|Unterwegs|Auf dem Weg|En camino|En chemin",
    ],
    [
      "on_location",
      "Arrived|On Location|OnLocation|Arrived at pickup|Waiting for passenger|Circling|Vor Ort|Angekommen|Llegó|Sur place|Chauffeur on site",
    ],
    [
      "in_car",
      "Customer in car|Passenger on board|POB|Picked up|Pick-up complete|En route to drop-off|In progress|In transit|On the way to destination|An Bord|A bordo|À bord|En cours",
    ],
    [
      "completed",
      "Completed|Complete|Dropped off|Drop-off complete|Done|Closed|Finished|Abgeschlossen|Finalizado|Terminé",
    ],
    [
      "assigned",
      "Assigned|Driver Assigned|Dispatched|Reassigned|Driver accepted|Zugewiesen|Asignado|Affectée|Confirmed and assigned",
    ],
    [
      "confirmed",
      "Confirmed|Booked|Accepted|Scheduled|Bestätigt|Gebucht|Confirmada|Confirmé|Confirmed - no driver assigned",
    ],
    [
      "pending",
      "Pending|Unassigned|Not confirmed|Unconfirmed|Not yet confirmed|Awaiting confirmation|To be confirmed|Needs driver|No driver assigned|Pending confirmation|Confirmation pending|Waiting for driver|New|Quote|Requested|Nicht bestätigt|Unbestätigt|Sin confirmar|Pendiente|Offen|Non confirmé|En attente",
    ],
    [
      "unknown",
      "Car not available|No car available|Not cancelled|Do not cancel|Cancellation requested|Pending cancellation|To be cancelled|Cancelled?|Reinstated|Cancelled, reassigned|Not completed|Not arrived|Payment completed|Flight arrived|Declined|On hold|Zebra|3|?|Waiting list",
    ],
  ])("%s", (status, written) => {
    for (const text of written.split("|")) expect(statusMeant(text), text).toBe(status);
  });

  it("what the company has said about its own words decides, however they are cased", () => {
    const read = statusReader({ "farm out": "assigned", Cancelled: "pending", Zebra: "striped" });
    expect(["Farm  OUT", "CANCELLED", "zebra"].map(read)).toEqual(["assigned", "pending", "unknown"]);
  });
});
