/** The provider gave no clear answer, so the mail may be on its way. */
export class MailInDoubt extends Error {
  override readonly name = "MailInDoubt";
}
