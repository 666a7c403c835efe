import type { Dialect } from "@/lib/simulator/gateway";
import { member } from "@/lib/simulator/iam/json-member";
import type { TokenBook } from "@/lib/simulator/iam/token-book";
import { Refusal } from "@/lib/simulator/refusal";

/** The IAM user of the simulator and the project its tokens are for. */
export interface IamAccount {
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  readonly projectId: string;
  readonly projectName: string;
}

const ROUTE = /^\/v3\/auth\/tokens\/?$/;

function badRequest(reason: string): never {
  throw new Refusal(400, "400", `Request body is invalid: ${reason}`);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return badRequest("it is not JSON");
  }
}

/** @throws Refusal 400 for a body of the wrong form, 401 for a wrong user, domain or password, 403 for another project. */
function checkLogin(body: unknown, account: IamAccount): void {
  const methods = member(body, "auth", "identity", "methods");
  if (!Array.isArray(methods) || !methods.includes("password"))
    badRequest('auth.identity.methods must name "password"');
  const user = member(body, "auth", "identity", "password", "user");
  if (user === undefined) badRequest("auth.identity.password.user is missing");
  const known =
    member(user, "name") === account.user &&
    member(user, "password") === account.password &&
    member(user, "domain", "name") === account.domain;
  if (!known) throw new Refusal(401, "401", "The username or password is wrong.");
  const project = member(body, "auth", "scope", "project");
  if (project === undefined) badRequest("auth.scope.project is missing");
  if (member(project, "id") !== account.projectId && member(project, "name") !== account.projectName) {
    throw new Refusal(403, "403", "The project does not exist or is not granted to the user.");
  }
}

/** IAM's token route: Keystone v3 body in, the token in the header X-Subject-Token out. */
export function iamDialect(account: () => IamAccount, tokens: TokenBook, wallClock: () => Date): Dialect {
  return {
    requestIdHeader: "x-request-id",
    // The body holds a password: nothing of it may reach the log.
    describe: (request) => ({ operation: ROUTE.test(request.path) ? "CreateToken" : null, params: {} }),
    accept(request) {
      if (!ROUTE.test(request.path) || request.method !== "POST") {
        throw new Refusal(404, "404", "The API does not exist.");
      }
      return {
        operation: "CreateToken",
        params: {},
        callers: [],
        limit: null,
        answer() {
          const owner = account();
          checkLogin(parse(request.body), owner);
          const now = wallClock().getTime();
          const { token, expiresAt } = tokens.issue(owner.user, now);
          return {
            status: 201,
            headers: { "X-Subject-Token": token },
            body: {
              token: {
                methods: ["password"],
                issued_at: new Date(now).toISOString(),
                expires_at: new Date(expiresAt).toISOString(),
                project: { id: owner.projectId, name: owner.projectName, domain: { name: owner.domain } },
                user: { name: owner.user, domain: { name: owner.domain } },
                roles: [{ id: "0", name: "te_admin" }],
                catalog: [],
              },
            },
          };
        },
      };
    },
    throttled: () => new Refusal(429, "429", "Too many requests."),
    errorReply: (refusal, requestId) => ({
      status: refusal.status,
      headers: { "content-type": "application/json", "x-request-id": requestId, ...refusal.headers },
      body: JSON.stringify({
        error: {
          code: /^\d+$/.test(refusal.code) ? Number(refusal.code) : refusal.code,
          message: refusal.message,
        },
      }),
    }),
  };
}
