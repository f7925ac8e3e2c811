import { db } from "#app/_db.ts";
import { type ApiToken, tokenByText } from "#db/tokens.ts";
import { AppError, type ErrorCode } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

const STATUS: Record<ErrorCode, number> = {
  bad_input: 400,
  unauthorised: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};

const problem = (code: ErrorCode | "internal", message: string, status: number): Response =>
  Response.json({ error: { code, message } }, { status, headers: { "cache-control": "no-store" } });

const bearerOf = async (request: Request): Promise<ApiToken> => {
  const [scheme, text] = (request.headers.get("authorization") ?? "").split(" ");
  const token = scheme?.toLowerCase() === "bearer" && text ? await tokenByText(db(), text, new Date()) : null;
  if (token) return token;
  throw new AppError("unauthorised", "Send a token as “Authorization: Bearer …”; npm run token makes one.");
};

const answering = async (request: Request, ask: () => Promise<unknown>): Promise<Response> => {
  try {
    return Response.json(await ask(), { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (error instanceof AppError) return problem(error.code, error.message, STATUS[error.code]);
    log.error("api", error, { path: new URL(request.url).pathname });
    return problem("internal", "That could not be answered; the server's log says why.", 500);
  }
};

/** Answers a question to the API in JSON, for bearers of a working token only; what goes wrong is one clear sentence. */
export const answer = (request: Request, ask: () => Promise<unknown>): Promise<Response> =>
  answering(request, async () => {
    await bearerOf(request);
    return ask();
  });

/** The same for what changes something: only for bearers of a token that may write. */
export const accept = (request: Request, act: (token: ApiToken) => Promise<unknown>): Promise<Response> =>
  answering(request, async () => {
    const token = await bearerOf(request);
    if (token.canWrite) return act(token);
    throw new AppError("forbidden", "This token may read only; make one that may send conversations.");
  });

/** For callers that prove who they are by a signature of their own. */
export const acceptSigned = answering;
