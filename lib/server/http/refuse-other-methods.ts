import type { Server, ServerResponse } from "node:http";
import { nanoid } from "nanoid";
import { problemResponse } from "./problem-response";
import { METHODS } from "./route-declaration";
import { methodNotAllowed, withApiHeaders } from "./serve";

const TAKEN: readonly (string | undefined)[] = ["HEAD", "OPTIONS", ...METHODS];

async function refuse(method: string, response: ServerResponse): Promise<void> {
  const requestId = nanoid();
  const refused = methodNotAllowed(method, ["GET", "HEAD", "OPTIONS"]);
  const answer = withApiHeaders(problemResponse(refused, requestId), requestId, false);
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(await answer.text());
}

/**
 * Answers methods that nothing of ours takes before Next sees them. Of TRACE it cannot make a request, and
 * would answer a 500.
 */
export function refuseOtherMethods(server: Server): void {
  const listeners = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    if (TAKEN.includes(request.method)) {
      for (const listener of listeners) Reflect.apply(listener, server, [request, response]);
    } else
      refuse(request.method ?? "", response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
  });
}
