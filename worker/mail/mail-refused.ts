/** The provider will never take this mail: its address or its content is wrong. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
}
