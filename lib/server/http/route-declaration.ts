import { z } from "zod";
import type { ProblemCode } from "@/lib/api/problem";
import type { Role } from "@/lib/api/role";
import type { Language } from "@/lib/events/language";
import type { RequestFacts } from "@/lib/server/auth/request-facts";
import type { SignedIn } from "@/lib/server/auth/signed-in";
import type { Deps } from "@/lib/server/deps";
import type { QueryReader } from "./query-reader";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number];

/** For routes without a request body. */
export const noBody = z.undefined();

/** An answer that is JSON text already; it is sent byte for byte. */
export class JsonText {
  /** @param tag names what the text says: who has an answer of that name already gets none (ETag). */
  constructor(
    readonly text: string,
    readonly status = 200,
    readonly tag: string | null = null,
  ) {}
}

/** An answer that is sent as it comes, without being held in memory. The stream is cancelled when nobody reads. */
export class ByteStream {
  constructor(
    readonly body: ReadableStream<Uint8Array>,
    readonly mediaType: string,
    readonly headers: Readonly<Record<string, string>> = {},
    /** A reader who stands still for so long is disconnected, milliseconds; null for what is short. */
    readonly idleMs: number | null = null,
  ) {}
}

export type RouteContext<Params, Query, Body> = {
  readonly deps: Deps;
  /** Never null unless the route is public; see {@link requireSignedIn}. */
  readonly signedIn: SignedIn | null;
  readonly facts: RequestFacts;
  /** Of texts for people in the answer: the one that the browser chose, or that is asked for (Accept-Language). */
  readonly language: Language;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly requestId: string;
  /** Aborts when the caller goes away. */
  readonly signal: AbortSignal;
  /** Whether the caller may still call this route: for answers that last. */
  readonly stillAllowed: () => Promise<boolean>;
};

/** Who may call a route. */
export type RouteAccess = {
  /** The least role that may call it. */
  readonly role: "public" | Role;
  /** "session" where an API token is not enough: it must not make a credential that outlives it. */
  readonly credential?: "session";
  /** True where a session that is open for long is not enough: it may be somebody else's hands by now. */
  readonly recentSignIn?: true;
  /** Open to people who have to change their password first. */
  readonly beforePasswordChange?: boolean;
  /** Open to whoever brings WATCHFLOOR_METRICS_TOKEN as well. */
  readonly acceptsMetricsToken?: boolean;
};

/** One route: what it takes, who may call it, what it answers. The wrapper does everything else. */
export type RouteDeclaration<
  Params extends z.ZodObject,
  Query,
  Body extends z.ZodType,
  Reply extends z.ZodType,
> = RouteAccess & {
  readonly method: Method;
  /** As OpenAPI writes it: `/api/events/{eventId}`. */
  readonly path: string;
  readonly summary: string;
  readonly params: Params;
  readonly query: QueryReader<Query>;
  /** {@link noBody} where the route takes none. */
  readonly body: Body;
  /** The schema of a JSON answer, or of one message or row of a streamed one. */
  readonly response: Reply;
  /** Where the answer is not JSON: what it may be, without parameters. */
  readonly mediaTypes?: readonly [string, ...string[]];
  /** Another HTTP status that comes with the same kind of answer. */
  readonly otherStatus?: number;
  /** The answer carries an ETag, and is not sent again to who has it (If-None-Match). */
  readonly tagged?: true;
  /** Headers of a success that belong to this route, with what each says. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Problems beyond those that every route can answer. */
  readonly problems: readonly ProblemCode[];
  /** An answer as it may come, for the OpenAPI document. */
  readonly example: z.input<Reply> | null;
  /** An answer that comes with HTTP 202: accepted, and carried out in the background. */
  readonly acceptedExample?: z.input<Reply>;
  readonly handle: (
    context: RouteContext<z.output<Params>, Query, z.output<Body>>,
  ) => Promise<z.input<Reply> | JsonText | ByteStream>;
};
