import { describe, expect, it } from "vitest";
import type { Kind } from "./fields.ts";
import { mapReservations } from "./map-reservations.ts";
import { recogniseColumns } from "./recognise-columns.ts";

/** The recognised fields with the titles they are read from. */
function named(columns: string[], kind: Kind = "reservations") {
  const { mapping } = recogniseColumns(kind, columns);
  return Object.fromEntries(
    Object.entries<number[] | undefined>(mapping).map(([field, at]) => [field, at?.map((i) => columns[i]).join(" + ")]),
  );
}

describe("the titles of dispatch systems", () => {
  it("the name of whoever booked does not make anybody the passenger", () => {
    for (const title of ["Booking Contact", "Requested By", "Emergency Contact"]) {
      expect(named(["Conf#", "PU Date/Time", title]), title).not.toHaveProperty("customer_name");
    }
  });

  it("a box for cancelled rides is a status", () => {
    const titles = ["Trip #", "Pickup Time", "Cancelled?", "No Show"];
    const rows = [
      ["5501", "12/07/2026 8:15 AM", "No", "No"],
      ["5502", "12/14/2026 1:30 PM", "Yes", "No"],
      ["5503", "12/15/2026 2:30 PM", "No", "Yes"],
    ];
    expect(recogniseColumns("reservations", titles, rows).mapping.status).toEqual([2, 3]);
    const { rows: rides } = mapReservations({ columns: titles, rows, timezone: "America/Phoenix" });
    expect(rides.map(({ status }) => status)).toEqual(["pending", "cancelled", "no_show"]);
  });

  it("AM and PM in a column of their own belong to the time before them", () => {
    const columns = ["Conf#", "Date", "Time", "AM/PM"];
    const rows = [
      ["8101", "12/14/2026", "8:15", "AM"],
      ["8102", "12/14/2026", "1:30", "PM"],
    ];
    const { rows: rides } = mapReservations({ columns, rows, timezone: "UTC" });
    expect(rides.map(({ pickupAt }) => pickupAt)).toEqual([
      Date.parse("2026-12-14T08:15:00Z"),
      Date.parse("2026-12-14T13:30:00Z"),
    ]);
  });

  it.each([
    [
      "confirmation_number",
      "Conf#",
      "Conf. No.",
      "CONFIRMATION",
      "Trip ID",
      "Ref ID",
      "Reservation No",
      "Res #",
      "Booking Ref",
      "Job Number",
      "Número de reserva",
      "Buchungsnummer",
      "confirmationNumber",
    ],
    ["customer_name", "Passenger Name", "PAX Name", "Passenger", "Customer", "Lead passenger", "Client Name"],
    [
      "telephone",
      "Cellular Phone",
      "Mobile",
      "Telephone",
      "Phone #",
      "Passenger Phone",
      "Trip Contact Phone",
      "Teléfono",
      "Cell #",
    ],
    [
      "pickup_time",
      "pickup_time",
      "Pick-up date/time",
      "PU Date/Time",
      "Pickup DateTime",
      "pickupTime",
      "Journey date",
      "P/U Time",
    ],
    ["dropoff_time", "DO Time", "D/O Time", "Drop-off time", "dropoff_time"],
    ["pickup_address", "Pickup Address", "PU Location", "Pick up", "From", "Pickup Addr.", "Abholort"],
    ["dropoff_location", "Drop-Off Address", "dropoff_info", "DO Location", "Destination", "To", "Zielort"],
    ["num_passengers", "Pax #", "No. of Pax", "# of Passengers", "num_passengers", "Pax", "Passenger Count"],
    ["driver_assigned", "Primary Driver", "Driver", "Driver Name", "Chauffeur", "driver_assigned"],
    ["vehicle_assigned", "Primary Vehicle", "Vehicle", "Car", "Vehicle #"],
    ["flight_info", "Flight Info", "Flight #", "Flight No.", "Flight"],
    ["special_instructions", "Notes", "Special Instructions", "Comments", "Trip Notes"],
    ["direction", "Direction", "Service Type"],
    ["terminal", "Terminal", "Airport Terminal"],
    ["status", "Status", "Trip Status", "STATUS"],
  ])("%s", (field, ...titles) => {
    for (const title of titles)
      expect(named([title, "Spot Time", "Trip Total"]), title).toMatchObject({ [field]: title });
  });

  it("date and time, first and last name, airline and number belong together", () => {
    const columns = ["PU Time", "Airline", "Last Name", "PU Date", "First Name", "Flight #"];
    expect(named(columns)).toEqual({
      pickup_time: "PU Date + PU Time",
      customer_name: "First Name + Last Name",
      flight_info: "Airline + Flight #",
    });
  });

  it("the passenger comes before whoever booked, and so does their phone", () => {
    const columns = ["Billing Contact", "Booking Contact Phone", "Passenger Name", "Trip Contact Phone", "Home Phone"];
    expect(named(columns)).toEqual({
      customer_name: "Passenger Name",
      telephone: "Trip Contact Phone + Home Phone + Booking Contact Phone",
    });
    expect(named(["Billing Contact"])).toEqual({});
  });

  it("the time when the car leaves, waits or was ordered is not the pick-up time", () => {
    expect(named(["Spot Time", "Garage Out Time", "Created Date", "Duration"])).toEqual({});
  });

  it("the driver's number in a list of rides is not the passenger's", () => {
    expect(named(["Conf#", "Driver Phone"])).toEqual({ confirmation_number: "Conf#", driver_phone: "Driver Phone" });
    for (const title of ["Confirmed Driver Phone", "Chauffeur Cell", "Handy des Fahrers", "Celular del conductor"])
      expect(named([title, "Phone"]), title).toEqual({ driver_phone: title, telephone: "Phone" });
  });

  it("the columns of a list of drivers are recognised", () => {
    expect(named(["Driver", "Cellular Phone", "Days"], "drivers")).toEqual({
      name: "Driver",
      phone: "Cellular Phone",
      available_days: "Days",
    });
    expect(named(["Last", "First", "Home Phone", "Mobile"], "drivers")).toEqual({
      name: "First + Last",
      phone: "Mobile + Home Phone",
    });
  });
});

it("a title that only contains a known one is taken with less certainty, and only where it is needed", () => {
  const { mapping, certainty } = recogniseColumns("reservations", ["Trip Confirmation Code Ext", "Local Pickup Time"]);
  expect(mapping).toMatchObject({ confirmation_number: [0], pickup_time: [1] });
  expect(certainty).toMatchObject({ confirmation_number: "likely", pickup_time: "likely" });
  expect(recogniseColumns("reservations", ["Conf#", "Pickup Time"]).certainty.pickup_time).toBe("certain");
});

it("says which columns are not used and what is missing", () => {
  const { unused, missing } = recogniseColumns("reservations", ["Conf#", "Trip Total"]);
  expect(unused).toEqual(["Trip Total"]);
  expect(missing).toEqual([{ field: "pickup_time", message: expect.stringContaining("pick-up date and time") }]);
});

it("who travels and how many travel are told apart", () => {
  expect(named(["Pax", "Customer Name"])).toEqual({ num_passengers: "Pax", customer_name: "Customer Name" });
  expect(named(["Passengers", "Pax Name"])).toEqual({ num_passengers: "Passengers", customer_name: "Pax Name" });
  expect(named(["Passenger", "Pax First Name", "# Pax"])).toEqual({
    num_passengers: "# Pax",
    customer_name: "Passenger",
  });
});

describe("what stands in the columns", () => {
  const recognised = (columns: string[], ...rows: string[][]) => {
    const { mapping, doubts } = recogniseColumns("reservations", columns, rows);
    const read = Object.entries<number[] | undefined>(mapping);
    return {
      doubts,
      ...Object.fromEntries(read.map(([field, at]) => [field, at?.map((i) => columns[i]).join(" + ")])),
    };
  };

  it("an empty column never wins over a filled one, nor a serial number over a booking's", () => {
    const columns = ["No.", "Confirmation Number", "Booking #", "Passenger Cell", "Mobile", "Date", "Time"];
    const rows = ["A17", "B22", "C08"].map((id, i) => [
      String(i + 1),
      "",
      id,
      "",
      "602-555-0111",
      "12/20/2026",
      "9:30 AM",
    ]);
    expect(recognised(columns, ...rows)).toMatchObject({
      confirmation_number: "Booking #",
      telephone: "Mobile + Passenger Cell",
    });
  });

  it("a pick-up time comes before an appointment, a promised one before a requested one", () => {
    const columns = ["Trip ID", "Date", "Requested Pickup Time", "Promised Pickup Time", "Appt Time", "Phone"];
    const rows = [["T1", "12/20/2026", "9:00", "9:15", "10:30", "602-555-0111"]];
    expect(recognised(columns, ...rows)).toMatchObject({
      pickup_time: "Date + Promised Pickup Time",
      appointment_time: "Date + Appt Time",
      doubts: [],
    });
  });

  it("two columns that fit equally well are a question, not a choice", () => {
    const columns = ["Conf", "Date", "Time A", "Time B"];
    const found = recognised(columns, ["T1", "12/20/2026", "9:00", "9:15"], ["T2", "12/21/2026", "9:00", "9:15"]);
    expect(found.doubts).toEqual([{ field: "pickup_time", columns: ["Time A", "Time B"] }]);
  });

  it("the cells tell what a bare title means", () => {
    const columns = ["Ref", "Pickup", "Pick-up Location", "Pax", "Contact"];
    expect(recognised(columns, ["T1", "12/20/2026 9:30 AM", "12 Oak Ave", "Rhea Stone", "602-555-0111"])).toMatchObject(
      {
        pickup_time: "Pickup",
        pickup_address: "Pick-up Location",
        customer_name: "Pax",
        telephone: "Contact",
      },
    );
  });

  it("a row that was shifted does not decide what its columns are, and an empty column is no telephone", () => {
    const columns = ["Conf#", "Passenger", "PU Date", "PU Time", "Pickup Address", "Notes"];
    const good = ["A1", "Ada Quill", "12/20/2026", "7:10 AM", "1 Main St", ""];
    const moved = ["A2", "Lund", "Ana", "12/20/2026", "7:10 AM", "1 Main St", ""];
    expect(recognised(columns, good, moved)).toMatchObject({
      pickup_time: "PU Date + PU Time",
      pickup_address: "Pickup Address",
    });
    expect(recognised(columns, good, moved)).not.toHaveProperty("telephone");
  });
});
