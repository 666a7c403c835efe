import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { nanoid } from "nanoid";
import { invalidRequest, type ProblemError } from "./problem-error";
import { problemResponse } from "./problem-response";
import { METHODS } from "./route-declaration";
import { methodNotAllowed, withApiHeaders } from "./serve";

const TAKEN: readonly (string | undefined)[] = ["HEAD", "OPTIONS", ...METHODS];

/** Why Next could not make a request of it; null where it can. */
function refusalOf({ method = "", url = "" }: IncomingMessage): ProblemError | null {
  if (!TAKEN.includes(method)) return methodNotAllowed(method, ["GET", "HEAD", "OPTIONS"]);
  const [path = ""] = url.split("?");
  try {
    decodeURIComponent(path);
    return null;
  } catch {
    const message = 'A "%" begins nothing that can be read as UTF-8. Write the sign itself as %25.';
    return invalidRequest([{ field: "path", message }]);
  }
}

async function refuse(refused: ProblemError, response: ServerResponse): Promise<void> {
  const requestId = nanoid();
  const answer = withApiHeaders(problemResponse(refused, requestId), requestId, false);
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(await answer.text());
}

/**
 * Answers what Next would answer with a bare 500, before it sees it: methods that nothing of ours takes (of TRACE it
 * cannot make a request), and addresses that cannot be decoded.
 */
export function refuseUnservable(server: Server): void {
  const listeners = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    const refused = refusalOf(request);
    if (refused === null) {
      for (const listener of listeners) Reflect.apply(listener, server, [request, response]);
    } else
      refuse(refused, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
  });
}
