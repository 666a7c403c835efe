import { z } from "zod";

/** A person who is signed in over HTTP. */
export type HttpClient = {
  /** No slash at the end. */
  readonly address: string;
  readonly cookie: string;
  /** @throws Error for anything but a success. */
  get(path: string): Promise<Response>;
  post(path: string, body: object): Promise<Response>;
};

const csrfSchema = z.object({ csrfToken: z.string() });
const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");

/** @throws Error when signing in fails. */
export async function signInOverHttp(address: string, password: string): Promise<HttpClient> {
  const csrf = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = csrfSchema.parse(await csrf.json());
  const given = cookiesOf(csrf);
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: given.join("; "), origin: address },
    body: new URLSearchParams({ username: "admin", password, csrfToken, json: "true" }),
  });
  const cookie = [...given, ...cookiesOf(answer)].join("; ");
  const send = async (path: string, init: RequestInit) => {
    const response = await fetch(`${address}${path}`, {
      ...init,
      headers: { ...init.headers, cookie, origin: address },
    });
    if (response.ok) return response;
    throw new Error(`${path}: HTTP ${response.status} ${await response.text()}`);
  };
  return {
    address,
    cookie,
    get: (path) => send(path, {}),
    post: (path, body) =>
      send(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
  };
}
