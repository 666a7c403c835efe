import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { listRaspEvents } from "@/lib/server/clouds/hss/list-rasp-events";
import { failure, options, RASP_RANGE } from "../../support/cloud-calls";
import { hssConnection, iamCredentials, PLANTED, testClient } from "../../support/cloud-connections";
import { type ScriptedAnswer, scriptedFetch } from "../../support/scripted-fetch";

describe("a token of IAM", () => {
  const TOKEN_BODY = { token: { expires_at: "2026-01-03T03:04:05.000000Z" } };

  function hss(rasp: (token: string | null) => ScriptedAnswer = () => ({ body: {} })) {
    let now = Date.parse("2026-01-02T03:04:05Z");
    let tokens = 0;
    const { fetch, sent } = scriptedFetch(({ url, headers }) => {
      if (url.pathname !== "/v3/auth/tokens") return rasp(headers.get("x-auth-token"));
      tokens += 1;
      return { status: 201, headers: { "x-subject-token": `token-${tokens}` }, body: TOKEN_BODY };
    });
    const connection = hssConnection({ credentials: iamCredentials("https://iam.example.com") });
    const client = testClient(connection, {
      fetch,
      clock: () => new Date(now),
      budgets: { take: async () => {} },
    });
    const call = () => client.call(listRaspEvents, RASP_RANGE, options());
    const pass = (ms: number) => {
      now += ms;
    };
    return { call, sent, pass, fetched: () => tokens };
  }

  it("is fetched once for callers at the same time, scoped to the project, and sent along", async () => {
    const { call, sent, fetched } = hss();
    await Promise.all([call(), call()]);
    expect(fetched()).toBe(1);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      auth: {
        identity: {
          methods: ["password"],
          password: {
            user: {
              name: "watchfloor-reader",
              password: PLANTED.password,
              domain: { name: "example-domain" },
            },
          },
        },
        scope: { project: { id: "0123456789abcdef0123456789abcdef" } },
      },
    });
    expect(sent.at(-1)?.headers.get("x-auth-token")).toBe("token-1");
    expect(sent.at(-1)?.url.pathname).toBe("/v5/0123456789abcdef0123456789abcdef/rasp/events");
  });

  it("is used for less than 24 hours", async () => {
    const { call, pass, fetched } = hss();
    await call();
    pass(22 * 3_600_000);
    await call();
    expect(fetched()).toBe(1);
    pass(1.1 * 3_600_000);
    await call();
    expect(fetched()).toBe(2);
  });

  it("is renewed once when it is refused", async () => {
    const { call, fetched } = hss((token) =>
      token === "token-1" ? { status: 401, body: { error_code: "APIGW.0307", error_msg: "" } } : { body: {} },
    );
    await call();
    expect(fetched()).toBe(2);
  });

  it("is not fetched over and over when every one is refused", async () => {
    const { call, fetched } = hss(() => ({ status: 401, body: { error_code: "APIGW.0301", error_msg: "" } }));
    expect(await failure(call())).toMatchObject({ kind: "unauthenticated" });
    expect(fetched()).toBe(2);
  });

  it("that IAM refuses is told with the mend and without the password", async () => {
    const { fetch } = scriptedFetch([{ status: 401, body: { error: { message: PLANTED.password } } }]);
    const connection = hssConnection({ credentials: iamCredentials("https://iam.example.com") });
    const call = testClient(connection, { fetch }).call(listRaspEvents, RASP_RANGE, options());
    const error = await failure(call);
    expect(error).toMatchObject({ kind: "unauthenticated", message: expect.stringContaining("Check user") });
    expect(inspect(error)).not.toContain("Planted");
  });
});
