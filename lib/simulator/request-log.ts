import type { Operation } from "@/lib/simulator/operation";

/** One received request, for assertions. Headers, and with them every secret, are left out on purpose. */
export interface LoggedRequest {
  /** `null` when the request did not name an operation that exists. */
  readonly operation: Operation | null;
  readonly params: Readonly<Record<string, string>>;
  /** ISO 8601, on the wall clock. */
  readonly at: string;
  /** HTTP status; 0 when the connection was left hanging or dropped. */
  readonly status: number;
  /** The error code that was answered, or `null` for a success. */
  readonly code: string | null;
}

const MAX_KEPT = 100_000;

export class RequestLog {
  #entries: LoggedRequest[] = [];
  #waiting: ((entry: LoggedRequest) => void)[] = [];

  append(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > MAX_KEPT * 2) this.#entries = this.#entries.slice(-MAX_KEPT);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(entry);
  }

  /** The next request that is logged: also one that never gets an answer. */
  next(): Promise<LoggedRequest> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  all(operation?: Operation): readonly LoggedRequest[] {
    return operation ? this.#entries.filter((entry) => entry.operation === operation) : [...this.#entries];
  }

  clear(): void {
    this.#entries = [];
  }
}
