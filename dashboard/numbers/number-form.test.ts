import { expect, test } from "vitest";
import type { PhoneNumber } from "../replies.ts";
import { changesOf, numberForm, numberValues } from "./number-form.ts";

const stored: PhoneNumber = {
  id: "n1",
  phone_number: "+15205550142",
  label: "Main line",
  is_primary: true,
  status: "connected",
  status_detail: null,
  error_code: null,
  from_us: false,
  can_retry: false,
  changes_at_retell: true,
  verified_at: null,
  connected_at: 0,
  sip_trunk_uri: "sip.telnyx.com",
  sip_trunk_provider: "telnyx",
  sip_transport: null,
  sip_username: "desk",
  sip_password_set: true,
  sip_password_set_at: 0,
  created_at: 0,
  updated_at: 0,
};

const saved = (typed: Partial<ReturnType<typeof numberValues>>) =>
  changesOf(numberForm.parse({ ...numberValues(stored), ...typed }), numberValues(stored));

test("saving without a change sends nothing, and so keeps the password", () => {
  expect(saved({})).toEqual({});
});

test("only changed fields are sent, and an emptied field is cleared", () => {
  expect(saved({ label: " ", sip_transport: "TLS" })).toEqual({ label: null, sip_transport: "TLS" });
});

test("a typed password replaces the old one", () => {
  expect(saved({ sip_password: "new secret" })).toEqual({ sip_password: "new secret" });
});

test("a password is removed only when the operator asks for it", () => {
  expect(saved({ remove_password: true })).toEqual({ sip_password: null });
});

test("a new number starts with the transport that works almost everywhere", () => {
  expect(numberForm.parse({ ...numberValues(null), phone_number: "(520) 555-0142" })).toMatchObject({
    phone_number: "+15205550142",
    sip_transport: "TCP",
    sip_password: null,
  });
});
