import { NextRequest } from "next/server";
import { z } from "zod";
import { findRouteFile } from "./route-files";

const ORIGIN = "http://127.0.0.1:3000";

type Handler = (request: NextRequest, context: { params: Promise<object> }) => Promise<Response>;
const isHandler = (value: unknown): value is Handler => typeof value === "function";

export type ApiRequest = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
};

/** Answers a request by the exported handler of the route file, as Next would call it. */
export async function callApi(path: string, request: ApiRequest = {}): Promise<Response> {
  const { method = "GET", headers = {}, body, signal } = request;
  const url = new URL(path, ORIGIN);
  const { file, params } = findRouteFile(url.pathname);
  const module: unknown = await import(file);
  const handler = z.record(z.string(), z.unknown()).parse(module)[method];
  if (!isHandler(handler)) throw new Error(`${file} exports no ${method}`);
  const init = {
    method,
    headers: { host: url.host, "x-forwarded-for": "127.0.0.1", ...headers },
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  };
  return handler(new NextRequest(url, init), { params: Promise.resolve(params) });
}

/** The cookies that an answer sets, as the browser would send them back. */
export function cookiesOf(response: Response): string[] {
  return response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
}

const csrfSchema = z.object({ csrfToken: z.string() });

export type Credentials = { readonly username: string; readonly password: string };

/** Tries to sign in through next-auth's own routes, as a browser does. */
export async function trySignIn(
  credentials: Credentials,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ response: Response; cookie: string }> {
  const csrf = await callApi("/api/auth/csrf", { headers });
  const { csrfToken } = csrfSchema.parse(await csrf.json());
  const cookies = cookiesOf(csrf);
  const response = await callApi("/api/auth/callback/credentials", {
    method: "POST",
    headers: {
      ...headers,
      cookie: [...(headers.cookie ? [headers.cookie] : []), ...cookies].join("; "),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ ...credentials, csrfToken, json: "true" }).toString(),
  });
  return { response, cookie: [...cookies, ...cookiesOf(response)].join("; ") };
}

/** A client that carries the session of the given account. @throws Error when signing in fails. */
export async function signedInClient(credentials: Credentials) {
  const { response, cookie } = await trySignIn(credentials);
  if (!response.ok) throw new Error(`Signing in failed with HTTP ${response.status}`);
  return (path: string, request: ApiRequest = {}) =>
    callApi(path, { ...request, headers: { cookie, ...request.headers } });
}

/** Signs a client's session out through next-auth's own routes. */
export async function signOut(client: Awaited<ReturnType<typeof signedInClient>>): Promise<Response> {
  const { csrfToken } = csrfSchema.parse(await (await client("/api/auth/csrf")).json());
  return client("/api/auth/signout", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, json: "true" }).toString(),
  });
}
