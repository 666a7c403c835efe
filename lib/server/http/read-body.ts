import { z } from "zod";
import { JSON_TYPE } from "@/lib/api/media-type";
import { parseJsonText } from "@/lib/server/config/json-text";
import { fieldProblems } from "./field-problems";
import { invalidRequest, ProblemError } from "./problem-error";

/** Larger than any request of ours: 100,000 event ids. Bytes. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/**
 * The body as text, bounded while it is being read, so that a lying Content-Length does not help.
 * @throws ProblemError payload-too-large
 */
export async function readText(request: Request, maxBytes = MAX_BODY_BYTES): Promise<string> {
  const tooLarge = () =>
    new ProblemError("payload-too-large", `At most ${maxBytes} bytes are taken. Send less at a time.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if (request.body === null) return "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  try {
    for await (const chunk of request.body) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw tooLarge();
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    // The decoder throws a TypeError; anything else is a caller who went away while sending.
    const message =
      error instanceof TypeError ? "The body is not UTF-8 text." : "The body did not arrive completely.";
    throw invalidRequest([{ field: "body", message }]);
  }
}

/**
 * Parses JSON text of a request.
 * @throws ProblemError invalid-request, naming the place in the text.
 */
export function parseJson(text: string): unknown {
  const parsed = parseJsonText(text);
  if ("value" in parsed) return parsed.value;
  const { place, message } = parsed.problem;
  throw invalidRequest([{ field: "body", message: `At ${place}: ${message}.` }]);
}

/** @throws ProblemError unsupported-media-type, payload-too-large */
async function readJsonText(request: Request): Promise<string> {
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType === JSON_TYPE) return readText(request);
  throw new ProblemError("unsupported-media-type", `Send the body as ${JSON_TYPE}.`);
}

/**
 * Reads and checks a JSON body; nothing is read where the schema is that of no body.
 * @throws ProblemError for anything that does not match.
 */
export async function readJsonBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = schema instanceof z.ZodUndefined ? null : await readJsonText(request);
  const parsed = schema.safeParse(text === null ? undefined : parseJson(text));
  if (parsed.success) return parsed.data;
  throw invalidRequest(fieldProblems(parsed.error, "body"));
}
