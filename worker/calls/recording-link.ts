import { errors, jwtVerify, SignJWT } from "jose";
import { AppError } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";

const LINK_MS = 10 * 60_000; // long enough to open a page and listen, too short to be worth sharing
const AUDIENCE = "recording";

type Signing = Pick<Services, "settings" | "now">;

/** A signed link to a call's recording, valid for this company, this call and ten minutes. `id` is the call's row. */
export async function recordingLink(scope: UserScope, services: Signing, id: string) {
  const expires = Math.floor((services.now() + LINK_MS) / 1000);
  const signature = await new SignJWT({ call: id })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(scope.userId)
    .setAudience(AUDIENCE)
    .setExpirationTime(expires)
    .sign(await keyOf(services));
  return { url: `/api/calls/${id}/recording?expires=${expires}&signature=${signature}`, expires_at: expires * 1000 };
}

/** Whether we signed this link for this company and this call, and it has not expired. */
export async function isRecordingLink(
  scope: UserScope,
  services: Signing,
  link: { id: string; expires: string; signature: string },
): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(link.signature, await keyOf(services), {
      algorithms: ["HS256"],
      audience: AUDIENCE,
      subject: scope.userId,
      requiredClaims: ["exp"],
      currentDate: new Date(services.now()),
    });
    return payload.call === link.id && String(payload.exp) === link.expires;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

/** A separate key, derived from the secret that signs sessions, so that a link can never pass for anything else. */
async function keyOf({ settings }: Signing): Promise<Uint8Array> {
  const { BETTER_AUTH_SECRET } = settings;
  if (!BETTER_AUTH_SECRET)
    throw new AppError(503, "not_configured", "Links cannot be signed: BETTER_AUTH_SECRET is not set.");
  const text = new TextEncoder();
  const secret = await crypto.subtle.importKey("raw", text.encode(BETTER_AUTH_SECRET), "HKDF", false, ["deriveBits"]);
  const purpose = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: text.encode("recording links") };
  return new Uint8Array(await crypto.subtle.deriveBits(purpose, secret, 256));
}
