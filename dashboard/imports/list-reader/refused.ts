/** A file that is no list, with words for the operator. */
export class ListRefused extends Error {
  readonly code: string;

  constructor({ code, message }: { code: string; message: string }) {
    super(message);
    this.code = code;
  }
}
