import { type Letter, writeLetter } from "./letter.ts";

// None of these repeats what somebody typed at sign-up: a name with a link in it would make us carry other people's mail.

export function confirmationLetter(url: string): Promise<Letter> {
  return writeLetter({
    subject: "Confirm your e-mail address for Nightdesk",
    paragraphs: ["Welcome to Nightdesk. Confirm that this address is yours, then your agent can be set up."],
    action: { label: "Confirm my e-mail address", url },
    closing: "The link works for 24 hours. If you did not sign up, do nothing: without you, the account stays closed.",
  });
}

/** Somebody, most likely the owner, tried to sign up with an address that has an account. */
export function alreadySignedUpLetter(urls: { signIn: string; reset: string }): Promise<Letter> {
  return writeLetter({
    subject: "You already have a Nightdesk account",
    paragraphs: [
      "Somebody tried to create a Nightdesk account with your e-mail address. You already have one, so nothing changed.",
      `If you have forgotten your password, or have not confirmed your address yet, choose a new password: ${urls.reset}`,
    ],
    action: { label: "Sign in", url: urls.signIn },
    closing: "If it was not you, do nothing. Nobody can get in without your password.",
  });
}

export function resetLetter(url: string): Promise<Letter> {
  return writeLetter({
    subject: "Choose a new password for Nightdesk",
    paragraphs: ["You asked for a new password."],
    action: { label: "Choose a new password", url },
    closing: "The link works once, within the next hour. If you did not ask for it, do nothing: your password stays.",
  });
}

export function passwordChangedLetter(urls: { reset: string }): Promise<Letter> {
  return writeLetter({
    subject: "Your Nightdesk password was changed",
    paragraphs: [
      "Your password was changed, and every other sign-in was ended.",
      `If it was not you, choose a new password at once: ${urls.reset}`,
    ],
  });
}
