import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import type { Bindings } from "../env.ts";
import { createServices } from "../services.ts";
import { fetchRecording } from "./fetch-recording.ts";

const services = createServices(env as unknown as Bindings, { waitUntil: () => undefined });

it("a recording is fetched from Retell's storage", async () => {
  const recording = await fetchRecording(services, "https://recordings.test/one.wav", undefined);
  expect(await recording?.text()).toBe("RIFF of a call");
});

it.each([
  ["http://recordings.test/one.wav", "without encryption"],
  ["https://user:word@recordings.test/one.wav", "with a password"],
  ["https://recordings.test:8443/one.wav", "at another port"],
  ["https://one.recordings.test/one.wav", "at a host below it"],
  ["https://recordings.test.evil.test/one.wav", "at a host that only begins like it"],
  ["http://169.254.169.254/latest/meta-data", "inside a data centre"],
  ["https://recordings.test/moved.wav", "that leads elsewhere"],
  ["file:///etc/passwd", "of a file"],
  ["no address", "that is none"],
])("nothing is fetched from %s, an address %s", async (address) => {
  expect(await fetchRecording(services, address, undefined)).toBeNull();
});
