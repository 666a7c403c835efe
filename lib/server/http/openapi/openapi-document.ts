import { problemSchema } from "@/lib/api/problem";
import { TOKEN_PREFIX } from "@/lib/api/tokens";
import { ALL_ROUTES } from "../routes/all-routes";
import { cloudPaths } from "./cloud-paths";
import { hoistDefinitions } from "./hoist-definitions";
import { jsonSchemaOf } from "./json-schema-of";
import { routePath, SIGNED_IN } from "./route-path";

function buildDocument() {
  const paths: Record<string, object> = {};
  for (const route of ALL_ROUTES) paths[route.path] = { ...paths[route.path], ...routePath(route) };
  const { rest, definitions } = hoistDefinitions({ ...paths, ...cloudPaths() });
  return {
    openapi: "3.1.1",
    info: {
      title: "Watchfloor",
      version: "1",
      description:
        "Security events of several cloud products in one queue. Times are ISO 8601 in UTC. Every error is an RFC 9457 problem.",
    },
    servers: [{ url: "/" }],
    security: SIGNED_IN,
    paths: rest,
    components: {
      schemas: { Problem: jsonSchemaOf(problemSchema, "output"), ...definitions },
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          bearerFormat: `${TOKEN_PREFIX}...`,
          description: [
            "An API token, made under Settings or with POST /api/tokens. It can do what its role and its owner's role both allow, until it expires, is revoked, or its owner is disabled. Cookies are ignored beside it, and it cannot make credentials (passwords, accounts, tokens).",
            `Example: curl -H "Authorization: Bearer $WATCHFLOOR_TOKEN" "https://watchfloor.example.com/api/events?severity=critical&from=-24h"`,
          ].join("\n\n"),
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "next-auth.session-token",
          description:
            "The cookie that signing in sets; over https its name starts with __Host-. Sign in by posting csrfToken (GET /api/auth/csrf), username and password to /api/auth/callback/credentials.",
        },
      },
    },
  };
}

let text: string | undefined;

/** The OpenAPI 3.1 document of this API as JSON text, made of the very schemas that the routes check with. */
export function openapiText(): string {
  text ??= JSON.stringify(buildDocument());
  return text;
}
