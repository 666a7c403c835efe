import { nanoid } from "nanoid";
import { JSON_TYPE } from "@/lib/api/media-type";
import { bearerToken } from "@/lib/server/auth/bearer-token";
import { requestFacts } from "@/lib/server/auth/request-facts";
import { type Deps, getDeps } from "@/lib/server/deps";
import { endWhenIdle } from "./exchange-scope";
import { ProblemError } from "./problem-error";
import { problemResponse } from "./problem-response";
import { cameOverHttps, refuseForeignOrigin } from "./request-origin";
import type { PathParams, Route } from "./route";
import { ByteStream, JsonText, METHODS, type Method } from "./route-declaration";
import { API_CONTENT_SECURITY_POLICY, setSecurityHeaders } from "./security-headers";
import { logFailure, toProblemError } from "./to-problem-error";

/** Next gives no parameters to a route whose path has none. */
type RouteHandler = (
  request: Request,
  context: { params: Promise<PathParams | undefined> },
) => Promise<Response>;

/** What a Next route file exports: every method, so that none gets an answer that is not ours. */
type RouteHandlers = Readonly<Record<Method | "HEAD" | "OPTIONS", RouteHandler>>;

/** Methods whose success means that something was stored. */
const WRITING = ["POST", "PUT", "PATCH", "DELETE"];

/** The headers that every answer of the API carries. */
export function withApiHeaders(response: Response, requestId: string, overHttps: boolean): Response {
  setSecurityHeaders(response.headers, overHttps);
  response.headers.set("content-security-policy", API_CONTENT_SECURITY_POLICY);
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-request-id", requestId);
  return response;
}

/**
 * Runs one exchange inside the error table: whatever is thrown becomes a problem answer, and is logged under
 * the request id.
 */
export async function exchange(
  request: Request,
  path: string,
  run: (deps: Deps, requestId: string) => Promise<Response>,
): Promise<Response> {
  const requestId = nanoid();
  const start = performance.now();
  let deps: Deps | null = null;
  const configuredUrl = () => deps?.env.NEXTAUTH_URL ?? null;
  const finish = (response: Response) => {
    const exchanged = { method: request.method, route: path, status: response.status };
    deps?.metrics.answered(exchanged, (performance.now() - start) / 1000);
    return withApiHeaders(response, requestId, cameOverHttps(request.headers, configuredUrl()));
  };
  const { address } = requestFacts(request.headers);
  try {
    deps = await getDeps();
    await deps.requestLimits.count("address", address);
    // Another site cannot make a browser add a token, and nothing but the token counts where there is one.
    if (bearerToken(request.headers) === null) refuseForeignOrigin(request, configuredUrl());
    const known = deps;
    const response = await known.logScope.run({ requestId }, () => run(known, requestId));
    if (WRITING.includes(request.method) && response.ok) known.writeWatch.written();
    return finish(response);
  } catch (error) {
    deps?.writeWatch.failed(error);
    const problem = toProblemError(error);
    if (deps) logFailure(deps.log, problem, { requestId, method: request.method, path, address });
    return finish(problemResponse(problem, requestId));
  }
}

/** The answer to a method that a path does not take. */
export function methodNotAllowed(method: string, allowed: readonly string[]): ProblemError {
  const allow = allowed.join(", ");
  const message = `${method} is not taken here. Use ${allow}.`;
  return new ProblemError("method-not-allowed", message, {
    errors: [{ field: "method", message }],
    headers: { allow },
  });
}

async function toResponse(answer: JsonText | ByteStream, request: Request): Promise<Response> {
  const headOnly = request.method === "HEAD";
  if (answer instanceof JsonText) {
    const { text, status, tag } = answer;
    const headers = { "content-type": JSON_TYPE, ...(tag === null ? {} : { etag: weakTag(tag) }) };
    if (tag !== null && hasAlready(request, tag)) return new Response(null, { status: 304, headers });
    return new Response(headOnly ? null : text, { status, headers });
  }
  if (headOnly) await answer.body.cancel();
  const headers = { ...answer.headers, "content-type": answer.mediaType };
  return new Response(headOnly ? null : answer.body, { headers });
}

/** Weak: answers that say the same may differ in when they were made. */
const weakTag = (tag: string) => `W/"${tag}"`;

/** RFC 9110, 13.1.2: a list of tags, weak or not, or "*". */
function hasAlready(request: Request, tag: string): boolean {
  const given = (request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim());
  return given.some((one) => one === "*" || one.replace(/^W\//, "") === `"${tag}"`);
}

/** Serves the routes of one path; to be spread into a Next route file's exports. */
export function serve(...routes: readonly Route[]): RouteHandlers {
  const declared = METHODS.filter((method) => routes.some((route) => route.method === method));
  const allowed = [...declared, ...(declared.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
  const path = routes[0]?.path ?? "";

  const handle: RouteHandler = (request, context) =>
    exchange(request, path, async (deps, requestId) => {
      const method = request.method === "HEAD" ? "GET" : request.method;
      const route = routes.find((candidate) => candidate.method === method);
      if (!route) throw methodNotAllowed(request.method, allowed);
      const answer = await route.answer(request, (await context.params) ?? {}, deps, requestId);
      if (answer instanceof ByteStream && answer.idleMs !== null) {
        endWhenIdle(deps.exchangeScope, answer.idleMs);
      }
      return toResponse(answer, request);
    });
  const options: RouteHandler = (request) =>
    exchange(
      request,
      path,
      async () => new Response(null, { status: 204, headers: { allow: allowed.join(", ") } }),
    );

  return { ...everyMethod(handle), OPTIONS: options };
}

/** Serves a path at which there is nothing. */
export function serveNotFound(): RouteHandlers {
  return everyMethod((request) =>
    exchange(request, "/api", async () => {
      const { pathname } = new URL(request.url);
      throw new ProblemError(
        "not-found",
        `There is nothing at ${pathname}. See /api/openapi.json for the routes.`,
      );
    }),
  );
}

const everyMethod = (handle: RouteHandler): RouteHandlers => ({
  GET: handle,
  HEAD: handle,
  POST: handle,
  PUT: handle,
  PATCH: handle,
  DELETE: handle,
  OPTIONS: handle,
});
