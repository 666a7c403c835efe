import { z } from "zod";

/** Every error our API gives: code to HTTP status and title. Nothing else is ever answered. */
export const PROBLEMS = {
  "invalid-request": { status: 400, title: "The request is not valid" },
  "invalid-cursor": { status: 400, title: "The cursor is not valid" },
  unauthenticated: { status: 401, title: "Sign in first" },
  forbidden: { status: 403, title: "This is not allowed" },
  "password-change-required": { status: 403, title: "Change your password first" },
  "sign-in-again": { status: 403, title: "Sign in again first" },
  "foreign-origin": { status: 403, title: "The request came from another site" },
  "not-found": { status: 404, title: "Not found" },
  "method-not-allowed": { status: 405, title: "The method is not allowed here" },
  conflict: { status: 409, title: "It has changed meanwhile, or something stands against it" },
  "payload-too-large": { status: 413, title: "The request body is too large" },
  "unsupported-media-type": { status: 415, title: "The content type is not supported" },
  "rate-limited": { status: 429, title: "Too many requests" },
  "cloud-refused": { status: 502, title: "The cloud refused the call" },
  "cloud-unavailable": { status: 502, title: "The cloud did not answer properly" },
  "cloud-throttled": { status: 503, title: "The cloud limits the calls" },
  "cloud-timeout": { status: 504, title: "The cloud did not answer in time" },
  "database-unavailable": { status: 503, title: "The database does not answer" },
  internal: { status: 500, title: "Something went wrong here" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One thing wrong with the request: which field, and how to mend it. */
export const fieldProblemSchema = z.object({ field: z.string(), message: z.string() });

/** RFC 9457 body, media type `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string().describe("urn:watchfloor:problem:<code>"),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(PROBLEMS).filter((key): key is ProblemCode => key in PROBLEMS)),
  detail: z.string(),
  /** Which parameters are wrong, and how to mend each. */
  errors: z.array(fieldProblemSchema).optional(),
  requestId: z.string(),
  /** What the cloud itself answered, where the error came from there. Never holds secrets. */
  cloud: z
    .object({
      code: z.string().nullable(),
      message: z.string().nullable(),
      httpStatus: z.int().nullable(),
      requestId: z.string().nullable(),
    })
    .optional(),
});
export type Problem = z.infer<typeof problemSchema>;
