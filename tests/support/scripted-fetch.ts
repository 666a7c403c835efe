import type { Fetch } from "@/lib/server/clouds/send";

export type SentRequest = {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
  readonly redirect: string | undefined;
};

/** One answer of a cloud; `body` is sent as it is when it is text. */
export type ScriptedAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

type Script = (request: SentRequest, call: number) => ScriptedAnswer | Error | Promise<ScriptedAnswer>;

/**
 * A cloud without a network. An array answers call by call, its last entry for all further ones; an Error
 * stands for a broken connection.
 */
export function scriptedFetch(script: Script | readonly (ScriptedAnswer | Error)[]) {
  const sent: SentRequest[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = {
      url: new URL(url),
      method: init.method ?? "GET",
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? init.body : "",
      redirect: init.redirect,
    };
    sent.push(request);
    const answer =
      typeof script === "function"
        ? await script(request, sent.length)
        : (script[Math.min(sent.length, script.length) - 1] ?? {});
    if (answer instanceof Error) throw new TypeError("fetch failed", { cause: answer });
    const { status = 200, headers = {}, body = {} } = answer;
    return new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });
  };
  return { fetch, sent };
}

/** A fetch that never answers, but obeys its signal. */
export const hangingFetch: Fetch = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
