import { type Letter, writeLetter } from "./letter.ts";

// No letter repeats what somebody typed at sign-up: a name with a link in it would let strangers send mail through us.

export function confirmationLetter(url: string): Promise<Letter> {
  return writeLetter({
    subject: "Confirm your e-mail address for Nightdesk",
    paragraphs: ["Welcome to Nightdesk. Confirm that this address is yours, then set up your agent."],
    action: { label: "Confirm my e-mail address", url },
    closing:
      "The link works for 24 hours. If you did not sign up, ignore this mail: nobody can use the account until you confirm it.",
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
    closing: "If it was not you, you can ignore this mail. Nobody can sign in without your password.",
  });
}

export function resetLetter(url: string): Promise<Letter> {
  return writeLetter({
    subject: "Choose a new password for Nightdesk",
    paragraphs: ["You asked for a new password."],
    action: { label: "Choose a new password", url },
    closing:
      "The link works once, within the next hour. If you did not ask for it, ignore this mail: your password stays the same.",
  });
}

export function passwordChangedLetter(urls: { reset: string }): Promise<Letter> {
  return writeLetter({
    subject: "Your Nightdesk password was changed",
    paragraphs: [
      "Your password was changed, and you were signed out everywhere else.",
      `If you did not do this, choose a new password right away: ${urls.reset}`,
    ],
  });
}
