import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider, { type KoaContextWithOIDC } from "oidc-provider";

/** Somebody at the identity provider. */
export type OidcPerson = {
  readonly sub: string;
  readonly preferred_username?: string;
  readonly groups?: readonly string[];
};

export type IdentityProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is signed in there: whom it vouches for next. */
  signedInAs(person: OidcPerson): void;
  close(): Promise<void>;
};

type Options = {
  readonly redirectUri: string;
  /** Where the groups stand: in the ID token, or only at the userinfo endpoint. */
  readonly groupsIn: "id-token" | "userinfo";
};

const CLIENT_ID = "watchfloor";
const MINUTE_SECONDS = 60;

function signingKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig" };
}

/** Everything that is asked for is granted: the consent screen is not ours to test. */
async function grantAll({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider, params } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(String(params?.scope));
  await grant.save();
  return grant;
}

/** A real OpenID provider on loopback, at which people sign in without a screen. PKCE is required. */
export async function startIdentityProvider({ redirectUri, groupsIn }: Options): Promise<IdentityProvider> {
  const clientSecret = randomBytes(24).toString("base64url");
  let person: OidcPerson = { sub: "nobody" };
  const people = new Map<string, OidcPerson>();
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => {};
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The provider has no port.");
  const issuer = `http://127.0.0.1:${address.port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT_ID, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    ttl: {
      AccessToken: MINUTE_SECONDS,
      Grant: MINUTE_SECONDS,
      IdToken: MINUTE_SECONDS,
      Interaction: MINUTE_SECONDS,
      Session: MINUTE_SECONDS,
    },
    pkce: { required: () => true },
    conformIdTokenClaims: groupsIn === "userinfo",
    claims: { openid: ["sub"], profile: ["preferred_username", "groups"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: grantAll,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...people.get(id), sub: id }) }),
  });
  const answer = provider.callback();
  handle = (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    people.set(person.sub, person);
    return provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  };
  return {
    issuer,
    clientId: CLIENT_ID,
    clientSecret,
    signedInAs(next) {
      person = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
