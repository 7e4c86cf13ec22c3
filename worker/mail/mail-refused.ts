/** The provider will never accept this mail: its address or content is wrong. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
}
