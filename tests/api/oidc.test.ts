import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { callApi, cookiesOf, trySignIn } from "../support/api-client";
import { type IdentityProvider, type OidcPerson, startIdentityProvider } from "../support/identity-provider";
import { expectProblem } from "../support/problem";
import { recordedActions } from "../support/recorded-actions";
import { startTestServer, type TestServer } from "../support/test-server";

const ORIGIN = "http://127.0.0.1:3000";

let provider: IdentityProvider;
let server: TestServer;

async function start(
  groupsIn: "id-token" | "userinfo",
  configured = (issuer: string) => issuer,
  more: Readonly<Record<string, string>> = {},
) {
  provider = await startIdentityProvider({ redirectUri: `${ORIGIN}/api/auth/callback/oidc`, groupsIn });
  server = await startTestServer({
    connections: [],
    env: {
      WATCHFLOOR_OIDC_ISSUER: configured(provider.issuer),
      WATCHFLOOR_OIDC_CLIENT_ID: provider.clientId,
      WATCHFLOOR_OIDC_CLIENT_SECRET: provider.clientSecret,
      WATCHFLOOR_OIDC_ROLE_MAP: "soc=analyst,soc-leads=admin,everybody=viewer",
      WATCHFLOOR_OIDC_NAME: "Example SSO",
      ...more,
    },
  });
}

async function stop() {
  await server.close();
  await provider.close();
}

type Jar = Map<string, string>;

const cookieHeader = (jar: Jar) => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

function keep(jar: Jar, response: Response): void {
  for (const cookie of cookiesOf(response)) {
    const [name = "", ...value] = cookie.split("=");
    jar.set(name, value.join("="));
  }
}

/** Asks Watchfloor for the way to the provider. */
async function beginSignIn(jar: Jar): Promise<URL> {
  const csrf = await callApi("/api/auth/csrf");
  keep(jar, csrf);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json());
  const response = await callApi("/api/auth/signin/oidc", {
    method: "POST",
    headers: { cookie: cookieHeader(jar), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, callbackUrl: "/events", json: "true" }).toString(),
  });
  keep(jar, response);
  return new URL(z.object({ url: z.string() }).parse(await response.json()).url);
}

/** Follows the provider's redirects, as a browser does, until they lead back to Watchfloor. */
async function passProvider(start: URL, person: OidcPerson): Promise<URL> {
  provider.signedInAs(person);
  const jar: Jar = new Map();
  let url = start;
  for (let hops = 0; hops < 10; hops += 1) {
    const response = await fetch(url, { redirect: "manual", headers: { cookie: cookieHeader(jar) } });
    keep(jar, response);
    const location = response.headers.get("location");
    if (location === null) throw new Error(`The provider answered ${response.status} at ${url.pathname}`);
    url = new URL(location, url);
    if (url.origin === ORIGIN) return url;
  }
  throw new Error("The provider redirects for ever.");
}

/** The browser comes back from the provider, which is another site. */
async function comeBack(url: URL, jar: Jar): Promise<Response> {
  const response = await callApi(`${url.pathname}${url.search}`, {
    headers: {
      cookie: cookieHeader(jar),
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
    },
  });
  keep(jar, response);
  return response;
}

async function signIn(person: OidcPerson) {
  const jar: Jar = new Map();
  const response = await comeBack(await passProvider(await beginSignIn(jar), person), jar);
  const client = (path: string) => callApi(path, { headers: { cookie: cookieHeader(jar) } });
  return { response, client, location: new URL(response.headers.get("location") ?? "", ORIGIN) };
}

const userOf = async (client: (path: string) => Promise<Response>) =>
  z
    .object({ user: z.object({ id: z.string(), username: z.string(), role: z.string() }) })
    .parse(await (await client("/api/session")).json()).user;

describe("signing in at an identity provider", () => {
  beforeAll(() => start("id-token"));
  afterAll(stop);

  test("is offered under its name", async () => {
    expect(await (await callApi("/api/auth/providers")).json()).toMatchObject({
      oidc: { name: "Example SSO" },
    });
  });

  test("asks with PKCE, state and nonce", async () => {
    const url = await beginSignIn(new Map());
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: "watchfloor",
      response_type: "code",
      redirect_uri: `${ORIGIN}/api/auth/callback/oidc`,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      state: expect.stringMatching(/.{16}/),
      nonce: expect.stringMatching(/.{16}/),
    });
  });

  test("gives a session with the highest role of the groups, and leads back to where one wanted to go", async () => {
    const person = { sub: "p-1", preferred_username: "ada", groups: ["everybody", "soc"] };
    const { client, location } = await signIn(person);
    expect(location.href).toBe(`${ORIGIN}/events`);
    expect(await userOf(client)).toMatchObject({ username: "ada", role: "analyst" });
    expect(await recordedActions(server.deps.database)).toEqual(
      expect.arrayContaining(["account.created", "session.started"]),
    );
  });

  test("takes the role anew each time, also for sessions that are open", async () => {
    const first = await signIn({ sub: "p-2", preferred_username: "grace", groups: ["soc-leads"] });
    const before = await userOf(first.client);
    const second = await signIn({ sub: "p-2", preferred_username: "grace", groups: ["everybody"] });
    expect(before.role).toBe("admin");
    expect(await userOf(second.client)).toEqual({ ...before, role: "viewer" });
    expect(await userOf(first.client)).toEqual({ ...before, role: "viewer" });
  });

  test("knows people by issuer and subject: a name alone opens nobody's account", async () => {
    const { client } = await signIn({ sub: "p-3", preferred_username: "admin", groups: ["everybody"] });
    expect(await userOf(client)).toMatchObject({ username: "admin-2", role: "viewer" });
  });

  test.each([
    ["in none of the groups", ["elsewhere"]],
    ["in a group that an object's own members are named like", ["constructor"]],
    ["without groups", undefined],
  ])("refuses somebody %s, and says so", async (_what, groups) => {
    const person = { sub: "p-4", preferred_username: "eve", ...(groups && { groups }) };
    const { client, location } = await signIn(person);
    expect(`${location.pathname}${location.search}`).toBe("/sign-in?error=NoRole");
    expect((await client("/api/session")).status).toBe(401);
  });

  test("refuses somebody whose account is disabled", async () => {
    const person = { sub: "p-5", preferred_username: "mallory", groups: ["soc"] };
    const { client } = await signIn(person);
    const { id } = await userOf(client);
    const admin = await server.signIn("admin");
    const disabled = await admin(`/api/people/${id}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ version: 1, disabled: true }),
    });
    expect(disabled.status).toBe(200);
    expect((await client("/api/session")).status).toBe(401);
    expect((await signIn(person)).location.search).toBe("?error=AccountDisabled");
  });

  test.each(["state", "code"])("refuses an answer whose %s was made up", async (parameter) => {
    const jar: Jar = new Map();
    const url = await passProvider(await beginSignIn(jar), { sub: "p-1", groups: ["soc"] });
    url.searchParams.set(parameter, "made-up");
    const response = await comeBack(url, jar);
    expect(response.headers.get("location")).toContain("error=OAuthCallback");
    expect(cookieHeader(jar)).not.toContain("session-token");
  });

  test("refuses an answer that another browser asked for", async () => {
    const url = await passProvider(await beginSignIn(new Map()), { sub: "p-1", groups: ["soc"] });
    const jar: Jar = new Map();
    await beginSignIn(jar);
    expect((await comeBack(url, jar)).headers.get("location")).toContain("error=OAuthCallback");
    expect(cookieHeader(jar)).not.toContain("session-token");
  });

  test("never writes a token or the client's secret to the log", async () => {
    await signIn({ sub: "p-1", preferred_username: "ada", groups: ["soc"] });
    expect(server.logText()).not.toContain(provider.clientSecret);
    expect(server.logText()).not.toMatch(/eyJ[\w-]+\./);
  });
});

describe("an identity provider that keeps groups out of the ID token", () => {
  beforeAll(() => start("userinfo"));
  afterAll(stop);

  test("is asked for them at its userinfo endpoint", async () => {
    const { client } = await signIn({ sub: "p-1", preferred_username: "ada", groups: ["soc"] });
    expect(await userOf(client)).toMatchObject({ username: "ada", role: "analyst" });
  });
});

describe("an identity provider that alone lets people in", () => {
  beforeAll(() => start("id-token", undefined, { WATCHFLOOR_LOCAL_SIGN_IN: "off" }));
  afterAll(stop);

  test("lets them in, while no password does", async () => {
    const { client } = await signIn({ sub: "p-1", preferred_username: "ada", groups: ["soc"] });
    expect(await userOf(client)).toMatchObject({ username: "ada" });
    const { response } = await trySignIn(server.admin);
    expect((await expectProblem(response, "not-found")).detail).toContain("callback/credentials");
    expect(Object.keys(await (await callApi("/api/auth/providers")).json())).toEqual(["oidc"]);
  });
});

describe("an identity provider that calls itself otherwise than it is configured", () => {
  beforeAll(() => start("id-token", (issuer) => issuer.replace("127.0.0.1", "localhost")));
  afterAll(stop);

  test("lets nobody in, and the log says what to configure", async () => {
    const { location, client } = await signIn({ sub: "p-1", groups: ["soc"] });
    expect(location.searchParams.get("error")).toBe("OAuthCallback");
    expect((await client("/api/session")).status).toBe(401);
    expect(server.logText()).toContain(`calls itself ${provider.issuer}`);
  });
});

describe("an identity provider that is down", () => {
  test("leads back to the sign-in page, and is named in the log", async () => {
    await start("id-token");
    await provider.close();
    try {
      const url = await beginSignIn(new Map());
      expect(url.searchParams.get("error")).toBe("OAuthSignin");
      expect(server.logText()).toContain("SIGNIN_OAUTH_ERROR");
    } finally {
      await server.close();
    }
  });
});
