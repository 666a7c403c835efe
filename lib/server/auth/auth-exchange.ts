import { NextRequest } from "next/server";
import NextAuth, { type AuthOptions } from "next-auth";
import { JSON_TYPE } from "@/lib/api/media-type";

/** Whether a text is a path or an http(s) address: all that next-auth takes for a place to go back to. */
export function isWebAddress(text: string): boolean {
  const base = "http://localhost";
  return URL.canParse(text, base) && /^https?:$/.test(new URL(text, base).protocol);
}

/** A request as next-auth's Node handler reads it. */
type AuthRequest = {
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly method: string;
};

/** The part of a Node response that next-auth's handler writes to. */
type AuthReply = {
  status(code: number): AuthReply;
  setHeader(name: string, value: string | readonly string[]): AuthReply;
  getHeader(name: string): readonly string[] | undefined;
  json(body: unknown): void;
  send(body: unknown): void;
  end(): void;
};

function collectReply(): { reply: AuthReply; response: () => Response } {
  const headers = new Map<string, string | readonly string[]>();
  let status = 200;
  let text: string | null = null;
  const write = (body: unknown) => {
    if (body === undefined || body === null) return;
    text = typeof body === "string" ? body : JSON.stringify(body);
    if (typeof body !== "string") headers.set("content-type", JSON_TYPE);
  };
  const reply: AuthReply = {
    status(code) {
      status = code;
      return reply;
    },
    setHeader(name, value) {
      headers.set(name.toLowerCase(), value);
      return reply;
    },
    getHeader(name) {
      const value = headers.get(name.toLowerCase());
      return typeof value === "string" ? [value] : value;
    },
    json: write,
    send: write,
    end: () => {},
  };
  const response = () => {
    const sent = new Headers();
    for (const [name, value] of headers) for (const item of [value].flat()) sent.append(name, item);
    return new Response(text, { status, headers: sent });
  };
  return { reply, response };
}

/**
 * Runs next-auth on a web request. Its handler for Node requests is used: the one for web requests reads
 * cookies and headers from Next's request scope instead of from the request.
 * @param origin under which the browser reached us.
 * @param action path segments after /api/auth.
 */
export async function authExchange(
  request: Request,
  origin: string,
  action: readonly string[],
  body: Readonly<Record<string, unknown>>,
  options: AuthOptions,
): Promise<Response> {
  const { protocol, host } = new URL(origin);
  const { cookies, nextUrl } = new NextRequest(request.url, { headers: request.headers });
  const handle: (request: AuthRequest, reply: AuthReply) => Promise<unknown> = NextAuth(options);
  const { reply, response } = collectReply();
  await handle(
    {
      query: { ...Object.fromEntries(nextUrl.searchParams), nextauth: [...action] },
      body,
      cookies: Object.fromEntries(
        cookies
          .getAll()
          .filter(({ name, value }) => !name.endsWith(".callback-url") || isWebAddress(value))
          .map(({ name, value }) => [name, value]),
      ),
      headers: {
        ...Object.fromEntries(request.headers),
        "x-forwarded-host": host,
        "x-forwarded-proto": protocol.replace(":", ""),
      },
      method: request.method,
    },
    reply,
  );
  return response();
}
