import { z } from "zod";
import { JSON_TYPE } from "@/lib/api/media-type";
import type { Deps } from "@/lib/server/deps";
import { invalidRequest, ProblemError } from "@/lib/server/http/problem-error";
import { parseJson, readText } from "@/lib/server/http/read-body";
import { requestOrigin } from "@/lib/server/http/request-origin";
import { exchange, methodNotAllowed } from "@/lib/server/http/serve";
import { authExchange, isWebAddress } from "./auth-exchange";
import { authOptions } from "./auth-options";
import { OIDC_PROVIDER } from "./oidc-provider";
import { oidcSettings } from "./oidc-settings";
import { requestFacts } from "./request-facts";

/** next-auth's paths that we serve, with their methods; the library has more, none of which we use. */
const ACTIONS: Readonly<Record<string, readonly ("GET" | "POST")[]>> = {
  providers: ["GET"],
  csrf: ["GET"],
  session: ["GET"],
  signin: ["GET"],
  signout: ["GET", "POST"],
  error: ["GET"],
};

/** That of local accounts, unless they are switched off. */
const LOCAL_ACTIONS: typeof ACTIONS = { "callback/credentials": ["POST"] };

/** Those of an identity provider, where one is configured. */
const OIDC_ACTIONS: typeof ACTIONS = {
  [`signin/${OIDC_PROVIDER}`]: ["POST"],
  [`callback/${OIDC_PROVIDER}`]: ["GET"],
};

/** What the browser forgets with the session: pages and answers it may have kept. Settings of the screen stay. */
const CLEAR_AT_SIGN_OUT = '"cache"';

/** A sign-in form is small. Bytes. */
const MAX_FORM_BYTES = 16 * 1024;

const formSchema = z.record(z.string(), z.unknown());

/** @throws ProblemError for a body that is neither a form nor JSON. */
async function readForm(request: Request): Promise<Readonly<Record<string, unknown>>> {
  if (request.method !== "POST") return {};
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const text = await readText(request, MAX_FORM_BYTES);
  if (mediaType === "application/x-www-form-urlencoded") return Object.fromEntries(new URLSearchParams(text));
  if (mediaType === JSON_TYPE) {
    const form = formSchema.safeParse(parseJson(text));
    return form.success ? form.data : {};
  }
  if (text === "") return {};
  throw new ProblemError("unsupported-media-type", `Send a form, or ${JSON_TYPE}.`);
}

/** The library takes what is no address for a mistake of ours. @throws ProblemError invalid-request */
function refuseBadCallback(callbackUrl: unknown): void {
  if (callbackUrl === undefined || (typeof callbackUrl === "string" && isWebAddress(callbackUrl))) return;
  const message = "Give a path of this site, for example /events.";
  throw invalidRequest([{ field: "callbackUrl", message }]);
}

async function answerAuth(request: Request, path: readonly string[], deps: Deps): Promise<Response> {
  const action = path.join("/");
  const actions = {
    ...ACTIONS,
    ...(deps.env.WATCHFLOOR_LOCAL_SIGN_IN === "on" && LOCAL_ACTIONS),
    ...(oidcSettings(deps.env) !== null && OIDC_ACTIONS),
  };
  const methods = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!methods) throw new ProblemError("not-found", `There is nothing at /api/auth/${action}.`);
  if (!methods.some((method) => method === request.method)) throw methodNotAllowed(request.method, methods);
  const body = await readForm(request);
  refuseBadCallback(new URL(request.url).searchParams.get("callbackUrl") ?? body.callbackUrl);
  let waitSeconds = 0;
  const failures: unknown[] = [];
  const options = authOptions(deps, request.headers, requestFacts(request.headers), {
    onLimited: (seconds) => {
      waitSeconds = seconds;
    },
    onFailed: (error) => failures.push(error),
  });
  const origin = requestOrigin(request.headers, deps.env.NEXTAUTH_URL ?? null);
  const response = await authExchange(request, origin, path, body, options);
  for (const failure of failures) throw failure;
  if (action === "signout" && request.method === "POST")
    response.headers.set("clear-site-data", CLEAR_AT_SIGN_OUT);
  if (waitSeconds === 0) return response;
  const status = response.status === 401 ? 429 : response.status;
  const headers = new Headers(response.headers);
  headers.set("retry-after", String(waitSeconds));
  return new Response(response.body, { status, headers });
}

type AuthContext = { params: Promise<{ nextauth: string[] }> };

/** Serves next-auth under our error table, headers and origin check. */
export function serveAuth(request: Request, context: AuthContext): Promise<Response> {
  return exchange(request, "/api/auth/{action}", async (deps) =>
    answerAuth(request, (await context.params).nextauth, deps),
  );
}
