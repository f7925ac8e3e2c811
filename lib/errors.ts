export type ErrorCode =
  | "bad_input"
  | "not_found"
  | "unauthorised"
  | "forbidden"
  | "conflict"
  | "unavailable"
  | "too_many";

/** For what a caller cannot foresee; the message is one clear sentence fit for a person. */
export class AppError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
  }
}
