import type { Random } from "@/lib/simulator/random";
import type { Actor } from "@/lib/simulator/story/actors";
import type { Api, Service } from "@/lib/simulator/story/estate";
import { HOSTILE_TEXT, PAYLOADS, type Technique } from "@/lib/simulator/story/hostile-text";

export interface HttpSample {
  readonly method: string;
  readonly host: string;
  readonly server_port: string;
  readonly server_protocol: string;
  readonly url: string;
  readonly header: Readonly<Record<string, string>>;
  readonly body: string;
}

const HOSTILE = Object.values(HOSTILE_TEXT);
const LONG_VALUE = 6_000;
/** The shape of a JSON web token; signed by nobody. */
const BEARER = "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxODE4NzQzMzg5OTYyNjk2In0.c2lnbmF0dXJl";

/** `{id}` in an API path becomes a number, as a caller would send it. */
function concretePath(source: Random, api: Api): string {
  return api.path.replace("{id}", String(source.int(100_000, 999_999)));
}

/** A request as the WAF samples it, with cookies and tokens that a console must mask. */
export function requestSample(
  source: Random,
  actor: Actor,
  service: Service,
  api: Api,
  payload: string,
): HttpSample {
  const url = concretePath(source, api);
  const inQuery = api.method === "GET";
  const long = source.chance(0.03) ? `&pad=${"A".repeat(LONG_VALUE)}` : "";
  return {
    method: api.method,
    host: service.host,
    server_port: "443",
    server_protocol: source.pick(["HTTP/1.1", "HTTP/2.0"]),
    url: inQuery ? `${url}?q=${encodeURIComponent(payload)}${long}` : url,
    header: {
      "user-agent": actor.userAgent,
      accept: "*/*",
      cookie: `SESSION=${source.hex(32)}; theme=dark`,
      authorization: BEARER,
      "x-forwarded-for": actor.addresses[0] ?? "",
      ...(source.chance(0.1) ? { referer: source.pick(HOSTILE) } : {}),
    },
    body: inQuery ? "" : `${JSON.stringify({ q: payload, phone: "13800138000" })}${long}`,
  };
}

/** The answer the service gave, with personal data in it now and then. */
export function responseSample(source: Random, leaked: boolean): Readonly<Record<string, unknown>> {
  const body = leaked
    ? JSON.stringify({
        code: 0,
        data: [{ name: "张三", idCard: "110101199003070000", phone: "13800138000" }],
      })
    : source.pick([
        '{"code":0}',
        '{"code":401,"message":"登录失败"}',
        "<html><body>403 Forbidden</body></html>",
        "",
      ]);
  return {
    status: leaked ? 200 : source.pick([200, 401, 403, 404, 500]),
    header: {
      "content-type": "application/json",
      server: "nginx",
      "set-cookie": `SESSION=${source.hex(32)}; HttpOnly`,
    },
    body,
  };
}

export function payloadOf(source: Random, technique: Technique): string {
  return source.pick<string>(PAYLOADS[technique]);
}
