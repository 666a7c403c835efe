import { z } from "zod";
import { JSON_TYPE } from "@/lib/api/media-type";
import type { ProblemCode } from "@/lib/api/problem";
import type { Role } from "@/lib/api/role";
import type { Acting } from "@/lib/server/auth/acting";
import { type RequestFacts, requestFacts } from "@/lib/server/auth/request-facts";
import type { SignedIn } from "@/lib/server/auth/signed-in";
import type { Deps } from "@/lib/server/deps";
import { requestLanguage } from "@/lib/server/language/request-language";
import { authorise } from "./authorise";
import { fieldProblems } from "./field-problems";
import { invalidRequest, ProblemError } from "./problem-error";
import { readJsonBody } from "./read-body";
import { refuseUnstorable } from "./refuse-unstorable";
import {
  ByteStream,
  JsonText,
  type Method,
  type RouteAccess,
  type RouteDeclaration,
} from "./route-declaration";

export type PathParams = Readonly<Record<string, string | string[] | undefined>>;

/** A declared route, ready to be served and documented. */
export type Route = {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly role: "public" | Role;
  readonly credential: "any" | "session";
  readonly recentSignIn: boolean;
  /** Of a success. */
  readonly mediaTypes: readonly string[];
  /** Has an answer like a success; null where there is none. */
  readonly otherStatus: number | null;
  /** Whether a success has an ETag. */
  readonly tagged: boolean;
  /** Of a success: what each of this route's own headers says. */
  readonly headers: Readonly<Record<string, string>>;
  readonly schemas: {
    readonly params: z.ZodObject;
    readonly query: z.ZodObject;
    readonly body: z.ZodType;
    readonly response: z.ZodType;
  };
  readonly problems: readonly ProblemCode[];
  readonly example: unknown;
  /** Of an answer with HTTP 202; null where there is none. */
  readonly acceptedExample: unknown;
  /** @throws ProblemError and whatever the use case throws; {@link serve} turns it into an answer. */
  answer(request: Request, params: PathParams, deps: Deps, requestId: string): Promise<JsonText | ByteStream>;
};

async function isAllowed(request: Request, access: RouteAccess, deps: Deps): Promise<boolean> {
  try {
    await authorise(request, access, deps);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

function checkAnswer(response: z.ZodType, text: string): void {
  const checked = response.safeParse(JSON.parse(text));
  if (!checked.success) throw new Error(`The answer breaks its schema: ${z.prettifyError(checked.error)}`);
}

/** Makes a route of its declaration: authenticate, authorise, parse, run, check. */
export function route<Params extends z.ZodObject, Query, Body extends z.ZodType, Reply extends z.ZodType>(
  declaration: RouteDeclaration<Params, Query, Body, Reply>,
): Route {
  const { method, path, summary, role, params, query, body, response, problems, example } = declaration;
  return {
    method,
    path,
    summary,
    role,
    credential: declaration.credential ?? "any",
    recentSignIn: declaration.recentSignIn ?? false,
    mediaTypes: declaration.mediaTypes ?? [JSON_TYPE],
    otherStatus: declaration.otherStatus ?? null,
    tagged: declaration.tagged ?? false,
    headers: declaration.headers ?? {},
    schemas: { params, query: query.schema, body, response },
    problems,
    example,
    acceptedExample: declaration.acceptedExample ?? null,
    async answer(request, pathParams, deps, requestId) {
      const signedIn = await authorise(request, declaration, deps);
      const parsedParams = params.safeParse(pathParams);
      if (!parsedParams.success) throw invalidRequest(fieldProblems(parsedParams.error, "path"));
      const { searchParams } = new URL(request.url);
      const asked = {
        params: parsedParams.data,
        query: query.read(searchParams, deps.clock()),
        body: await readJsonBody(request, body),
      };
      refuseUnstorable(asked.params, searchParams, asked.body);
      // A file is made, and recorded, for who takes it; not for who asks whether there is one.
      if (request.method === "HEAD" && declaration.mediaTypes !== undefined) {
        return new ByteStream(new ReadableStream(), declaration.mediaTypes[0]);
      }
      const value = await declaration.handle({
        ...asked,
        deps,
        signedIn,
        facts: requestFacts(request.headers),
        language: requestLanguage(request.headers),
        requestId,
        signal: request.signal,
        stillAllowed: () => isAllowed(request, declaration, deps),
      });
      if (value instanceof ByteStream) return value;
      const answer = value instanceof JsonText ? value : new JsonText(JSON.stringify(value));
      if (deps.checkAnswers) checkAnswer(response, answer.text);
      return answer;
    },
  };
}

/** The session of a route that is not public. @throws ProblemError unauthenticated */
export function requireSignedIn(signedIn: SignedIn | null): SignedIn {
  if (signedIn === null) throw new ProblemError("unauthenticated", "Sign in and try again.");
  return signedIn;
}

/** Who acts, on a route that is not public. @throws ProblemError unauthenticated */
export function requireActing(context: {
  readonly signedIn: SignedIn | null;
  readonly facts: RequestFacts;
}): Acting {
  return { signedIn: requireSignedIn(context.signedIn), facts: context.facts };
}
