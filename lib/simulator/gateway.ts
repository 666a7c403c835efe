import type { Fault, FaultBoard } from "@/lib/simulator/faults/fault-board";
import { malform } from "@/lib/simulator/faults/malformed-body";
import type { HttpOutcome, HttpReply, HttpRequest } from "@/lib/simulator/http/http-exchange";
import type { Operation } from "@/lib/simulator/operation";
import { random } from "@/lib/simulator/random";
import { type RateLimit, RateLimiter } from "@/lib/simulator/rate-limit";
import { Refusal } from "@/lib/simulator/refusal";
import type { RequestLog } from "@/lib/simulator/request-log";

/** One request that named an operation and proved who sent it. */
export interface Call {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  /** Callers that a rate limit counts separately; the call is refused when any of them is over it. */
  readonly callers: readonly string[];
  readonly limit: RateLimit | null;
  /** Computes the answer: an object for the JSON body, and more headers or another status if needed. */
  answer(requestId: string): { body: object; status?: number; headers?: Readonly<Record<string, string>> };
}

/** What differs between the clouds. */
export interface Dialect {
  /** For the log, before anybody is authenticated. Never throws. */
  describe(request: HttpRequest): { operation: Operation | null; params: Readonly<Record<string, string>> };
  /** @throws Refusal when the request is not authentic or names nothing that exists. */
  accept(request: HttpRequest): Call;
  throttled(waitMs: number, limit: RateLimit): Refusal;
  errorReply(refusal: Refusal, requestId: string): HttpReply;
  requestIdHeader: string;
}

export interface GatewayParts {
  readonly faults: FaultBoard;
  readonly log: RequestLog;
  readonly wallClock: () => Date;
  readonly seed: number;
}

/** The way of every request: authenticate, admit, meet the set fault or be answered, be logged. */
export class Gateway {
  readonly #limiter = new RateLimiter();
  #requests = 0;

  constructor(
    private readonly name: string,
    private readonly dialect: Dialect,
    private readonly parts: GatewayParts,
  ) {}

  async handle(request: HttpRequest): Promise<HttpOutcome> {
    this.#requests += 1;
    const requestId = random(this.parts.seed, this.name, this.#requests).uuid().toUpperCase();
    let code: string | null = null;
    let outcome: HttpOutcome;
    try {
      const result = await this.#serve(request, requestId);
      outcome = result.outcome;
      code = result.code;
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      code = cause.code;
      outcome = this.dialect.errorReply(cause, requestId);
    }
    const { operation, params } = this.dialect.describe(request);
    const status = typeof outcome === "string" ? 0 : outcome.status;
    this.parts.log.append({ operation, params, at: this.parts.wallClock().toISOString(), status, code });
    return outcome;
  }

  async #serve(
    request: HttpRequest,
    requestId: string,
  ): Promise<{ outcome: HttpOutcome; code: string | null }> {
    const call = this.dialect.accept(request);
    this.#admit(call);
    const fault = this.parts.faults.take(call.operation);
    await this.parts.faults.beforeAnswer(call.operation, call.params);
    if (fault?.kind === "error") {
      throw new Refusal(
        fault.status,
        fault.code,
        fault.message ?? `The simulator was told to answer ${fault.code}.`,
        fault.headers,
      );
    }
    if (fault?.kind === "hang" || fault?.kind === "drop") return { outcome: fault.kind, code: null };
    const answer = call.answer(requestId);
    const body = JSON.stringify(answer.body);
    return {
      outcome: spoil(
        {
          status: answer.status ?? 200,
          headers: {
            "content-type": "application/json;charset=utf-8",
            [this.dialect.requestIdHeader]: requestId,
            ...answer.headers,
          },
          body,
        },
        fault,
      ),
      code: null,
    };
  }

  #admit(call: Call): void {
    const { limit } = call;
    if (!limit || !this.parts.faults.throttles) return;
    const now = this.parts.wallClock().getTime();
    for (const caller of call.callers) {
      const admission = this.#limiter.admit(`${call.operation} ${caller}`, limit, now);
      if (!admission.admitted) throw this.dialect.throttled(admission.waitMs, limit);
    }
  }
}

function spoil(reply: HttpReply, fault: Fault | undefined): HttpOutcome {
  if (fault?.kind === "apply-then-hang") return "hang";
  if (fault?.kind === "apply-then-drop") return "drop";
  if (fault?.kind !== "malformed") return reply;
  const headers = fault.body === "html" ? { ...reply.headers, "content-type": "text/html" } : reply.headers;
  return { status: fault.status ?? reply.status, headers, body: malform(reply.body, fault.body) };
}
