import { z } from "zod";
import { JSON_TYPE } from "@/lib/api/media-type";
import type { ProblemCode } from "@/lib/api/problem";
import type { Route } from "../route";
import { jsonSchemaOf, parametersOf } from "./json-schema-of";
import { problemResponses } from "./problem-responses";

const EVERYWHERE: readonly ProblemCode[] = [
  "invalid-request",
  "foreign-origin",
  "method-not-allowed",
  "rate-limited",
  "database-unavailable",
  "internal",
];
const FOR_PEOPLE: readonly ProblemCode[] = ["unauthenticated", "forbidden", "password-change-required"];
const AFTER_LONG: readonly ProblemCode[] = ["sign-in-again"];
const WITH_BODY: readonly ProblemCode[] = ["payload-too-large", "unsupported-media-type"];

/** Either proves who asks. */
export const SIGNED_IN = [{ session: [] }, { token: [] }] as const;

function securityOf({ role, credential }: Route) {
  if (role === "public") return { security: [] };
  return credential === "session" ? { security: [{ session: [] }] } : {};
}

function accessOf({ role, credential, recentSignIn }: Route): string {
  if (role === "public") return "For everybody.";
  const recent = recentSignIn ? " A session has to be of the last hours." : "";
  const needed = `Needs the role ${role} or higher.${recent}`;
  return credential === "session" ? `${needed} An API token is not enough.` : needed;
}

const IF_NONE_MATCH = {
  name: "If-None-Match",
  in: "header",
  required: false,
  description: "The ETag of an answer that the caller has.",
  schema: { type: "string" },
};

const ETAG = { ETag: "Names what the answer says; the same while it says the same." };

const describedHeaders = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: "string" } }]),
  );

/** What a success carries beside its content. */
function headersOf({ tagged, headers }: Route) {
  const all = { ...(tagged ? ETAG : {}), ...headers };
  return Object.keys(all).length === 0 ? {} : { headers: describedHeaders(all) };
}

const UNCHANGED = {
  304: { description: "The caller has this answer already", headers: describedHeaders(ETAG) },
};

function success({ mediaTypes, schemas }: Route, description: string, example: unknown) {
  const content = {
    schema: jsonSchemaOf(schemas.response, "output"),
    ...(example === null ? {} : { example }),
  };
  return { description, content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, content])) };
}

/** The problems' answers; where one has the status of another kind of answer, it may be either. */
function otherAnswers(route: Route, problems: readonly ProblemCode[]): Record<string, object> {
  const answers = problemResponses(problems);
  if (route.otherStatus === null) return answers;
  const status = String(route.otherStatus);
  const { description, content } = success(route, "The same, with another status", null);
  const problem = answers[status];
  return {
    ...answers,
    [status]: {
      description: problem ? `${description}; ${problem.description}` : description,
      content: { ...content, ...problem?.content },
    },
  };
}

/** A route as an OpenAPI path item with one operation. */
export function routePath(route: Route): Record<string, object> {
  const { schemas } = route;
  const takesBody = !(schemas.body instanceof z.ZodUndefined);
  const problems = [
    ...EVERYWHERE,
    ...(route.role === "public" ? [] : FOR_PEOPLE),
    ...(route.recentSignIn ? AFTER_LONG : []),
    ...(takesBody ? WITH_BODY : []),
    ...route.problems,
  ];
  return {
    [route.method.toLowerCase()]: {
      summary: route.summary,
      description: accessOf(route),
      ...securityOf(route),
      parameters: [
        ...parametersOf(schemas.params, "path"),
        ...parametersOf(schemas.query, "query"),
        ...(route.tagged ? [IF_NONE_MATCH] : []),
      ],
      ...(takesBody
        ? {
            requestBody: {
              required: true,
              content: { [JSON_TYPE]: { schema: jsonSchemaOf(schemas.body, "input") } },
            },
          }
        : {}),
      responses: {
        200: { ...success(route, "The answer", route.example), ...headersOf(route) },
        ...(route.tagged ? UNCHANGED : {}),
        ...(route.acceptedExample === null
          ? {}
          : { 202: success(route, "Accepted: it is carried out in the background", route.acceptedExample) }),
        ...otherAnswers(route, problems),
      },
    },
  };
}
