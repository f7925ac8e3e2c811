import { db } from "#app/_db.ts";
import { acceptsToken } from "#db/tokens.ts";
import { AppError, type ErrorCode } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

const STATUS: Record<ErrorCode, number> = {
  bad_input: 400,
  unauthorised: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
};

const problem = (code: ErrorCode | "internal", message: string, status: number): Response =>
  Response.json({ error: { code, message } }, { status, headers: { "cache-control": "no-store" } });

/** Answers a question to the API in JSON, for bearers of a working token only; what goes wrong is one clear sentence. */
export const answer = async (request: Request, ask: () => Promise<unknown>): Promise<Response> => {
  try {
    const [scheme, token] = (request.headers.get("authorization") ?? "").split(" ");
    if (scheme?.toLowerCase() !== "bearer" || !token || !(await acceptsToken(db(), token, new Date()))) {
      throw new AppError("unauthorised", "Send a token as “Authorization: Bearer …”; npm run token makes one.");
    }
    return Response.json(await ask(), { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (error instanceof AppError) return problem(error.code, error.message, STATUS[error.code]);
    log.error("api", error, { path: new URL(request.url).pathname });
    return problem("internal", "That could not be answered; the server's log says why.", 500);
  }
};
