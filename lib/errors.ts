export type ErrorCode =
  | "bad_input"
  | "not_found"
  | "unauthorised"
  | "forbidden"
  | "conflict"
  | "unavailable"
  | "too_many"
  | "too_large";

/** For what a caller cannot foresee; the message is one clear sentence fit for a person. */
export class AppError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
  }
}

/** What went wrong as one clear sentence; null when it is nothing that can be expected, such as a full disk or a file that
 * may not be written. */
export const sentenceOf = (error: unknown): string | null => {
  if (error instanceof AppError) return error.message;
  const { code, syscall, message } = (error ?? {}) as { code?: string; syscall?: string; message?: string };
  if (code === "ENOSPC") return "The disk is full.";
  return syscall && message ? `The system refuses: ${message}.` : null;
};
