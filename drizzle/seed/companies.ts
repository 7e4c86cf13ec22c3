import type { tenantConfig } from "../schema.ts";

export type Company = {
  user: { id: string; name: string; email: string };
  phoneNumber: string;
  numberId: string;
  /** The ending of the file names in this folder. */
  files: string;
  config: Omit<typeof tenantConfig.$inferInsert, "id" | "userId">;
};

/** The company that the old single-tenant agent serves, exactly as in plan 1.2. */
export const SUN_CITY_EXPRESS: Company = {
  user: {
    id: "3cf84beb-9238-4a53-98b3-f4e4e527663c",
    name: "moazgelhag",
    email: "moazgelhag@suncityexpress.example",
  },
  phoneNumber: "+15206800005",
  numberId: "6f0f7ab2-5a43-4d8e-9d6b-0d4b7f3a8c01",
  files: "sun-city-express",
  config: {
    companyName: "Sun City Express",
    operatorName: "moazgelhag",
    operatorEmail: "moazgelhag@suncityexpress.example",
    timezone: "America/Phoenix",
    businessHoursStart: 6,
    businessHoursEnd: 22,
    forwardingMode: "after_hours",
    transferEnabled: true,
    welcomeMessage:
      "Thank you for calling Sun City Express reservations and after-hours helpline. Please have your confirmation number or the phone number associated with your reservation ready.",
    verification: "confirmation_only", // what its callers are used to
  },
};

/**
 * A look-alike for tests and demonstrations: the same confirmation numbers, callers' phones and drivers' names, but other
 * people and addresses, so that a leak between companies is obvious.
 */
export const SUN_COAST_SHUTTLE: Company = {
  user: { id: "8b1d6c1e-2f7a-4c55-9a40-6f3f0a7d2b10", name: "Rosa Lindgren", email: "rosa@suncoastshuttle.example" },
  phoneNumber: "+13105550142",
  numberId: "b0a4c7d2-91e6-4f0b-8a3d-7c5e2f1d9b02",
  files: "sun-coast-shuttle",
  config: {
    companyName: "Sun Coast Shuttle",
    operatorName: "Rosa Lindgren",
    operatorEmail: "rosa@suncoastshuttle.example",
    timezone: "America/Los_Angeles",
    businessHoursStart: 18,
    businessHoursEnd: 2,
    forwardingMode: "always",
    welcomeMessage: "Sun Coast Shuttle, good to hear from you. How can I help with your ride?",
    afterHoursMessage: "Our dispatchers are back at 6 PM.",
  },
};
