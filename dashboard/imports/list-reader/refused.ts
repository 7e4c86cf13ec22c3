/** A file that cannot be read as a list; the message is for the operator. */
export class ListRefused extends Error {
  readonly code: string;

  constructor({ code, message }: { code: string; message: string }) {
    super(message);
    this.code = code;
  }
}
