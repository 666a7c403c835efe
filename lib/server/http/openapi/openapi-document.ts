import { problemSchema } from "@/lib/api/problem";
import { ALL_ROUTES } from "../routes/all-routes";
import { cloudPaths } from "./cloud-paths";
import { jsonSchemaOf } from "./json-schema-of";
import { routePath } from "./route-path";

function buildDocument() {
  const paths: Record<string, object> = {};
  for (const route of ALL_ROUTES) paths[route.path] = { ...paths[route.path], ...routePath(route) };
  return {
    openapi: "3.1.1",
    info: {
      title: "Watchfloor",
      version: "1",
      description:
        "Security events of several cloud products in one queue. Times are ISO 8601 in UTC. Every error is an RFC 9457 problem.",
    },
    servers: [{ url: "/" }],
    security: [{ session: [] }],
    paths: { ...paths, ...cloudPaths() },
    components: {
      schemas: { Problem: jsonSchemaOf(problemSchema, "output") },
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "next-auth.session-token",
          description:
            "The cookie that signing in sets; over https its name starts with __Secure-. Sign in by posting csrfToken (GET /api/auth/csrf), username and password to /api/auth/callback/credentials.",
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
