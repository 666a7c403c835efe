import type { MalformedBody } from "@/lib/simulator/faults/malformed-body";
import type { Operation } from "@/lib/simulator/operation";

/** What goes wrong with a call, in place of a good answer. */
export type Fault =
  /** The cloud's own error body with this status and code; status 200 is possible, as in reality. */
  | {
      readonly kind: "error";
      readonly status: number;
      readonly code: string;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The call takes effect, but its body arrives broken. */
  | { readonly kind: "malformed"; readonly body: MalformedBody; readonly status?: number }
  /** No answer at all; the call has no effect. */
  | { readonly kind: "hang" }
  | { readonly kind: "drop" }
  /** The call takes effect, but the answer never arrives. */
  | { readonly kind: "apply-then-hang" }
  | { readonly kind: "apply-then-drop" };

/** What a hook is told about the call that is about to be answered. */
export interface PendingCall {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  /** 1 for the first call of this operation since the simulator began or `clear` was called. */
  readonly callNumber: number;
}

export type ResponseHook = (call: PendingCall) => void | Promise<void>;
export type Scope = Operation | "*";

interface Rule {
  readonly scope: Scope;
  readonly fault: Fault;
  left: number;
}

/** The switches that make the simulated clouds misbehave. `"*"` stands for every operation. */
export class FaultBoard {
  #rules: Rule[] = [];
  readonly #latency = new Map<Scope, number>();
  readonly #hooks = new Set<{ readonly scope: Scope; readonly hook: ResponseHook }>();
  readonly #calls = new Map<Operation, number>();
  readonly #overstated = new Map<Operation, number>();
  readonly #duplicates = new Map<Operation, number>();
  #throttling = true;

  /** The next `times` calls of `scope` meet `fault`. Faults are used up in the order they were set. */
  failNext(scope: Scope, fault: Fault, times = 1): void {
    this.#rules.push({ scope, fault, left: times });
  }

  failAlways(scope: Scope, fault: Fault): void {
    this.failNext(scope, fault, Number.POSITIVE_INFINITY);
  }

  /** Every answer of `scope` waits this long, in milliseconds of real time. */
  latency(scope: Scope, ms: number): void {
    this.#latency.set(scope, ms);
  }

  /**
   * Runs `hook` once the call is admitted and before its answer is computed: a change made in it shows
   * in this answer and not in the earlier ones. Returns the function that removes the hook.
   */
  beforeResponse(scope: Scope, hook: ResponseHook): () => void {
    const entry = { scope, hook };
    this.#hooks.add(entry);
    return () => void this.#hooks.delete(entry);
  }

  /** The total that a list announces is `by` higher than what its pages deliver. */
  overstateTotal(operation: Operation, by: number): void {
    this.#overstated.set(operation, by);
  }

  /** Every `nth` row of a list comes a second time, `nth` rows later and so across pages as well. 0 = off. */
  duplicateRows(operation: Operation, nth: number): void {
    this.#duplicates.set(operation, nth);
  }

  /** Rate limits on (the default) or off. */
  throttling(on: boolean): void {
    this.#throttling = on;
  }

  /** Back to a well-behaved cloud; hooks are removed as well. */
  clear(): void {
    this.#rules = [];
    this.#latency.clear();
    this.#hooks.clear();
    this.#calls.clear();
    this.#overstated.clear();
    this.#duplicates.clear();
    this.#throttling = true;
  }

  /** @internal for the gateways: the fault that this call meets, used up by asking. */
  take(operation: Operation): Fault | undefined {
    const rule = this.#rules.find(({ scope, left }) => left > 0 && (scope === "*" || scope === operation));
    if (rule) rule.left -= 1;
    return rule?.fault;
  }

  /** @internal */
  async beforeAnswer(operation: Operation, params: Readonly<Record<string, string>>): Promise<void> {
    const callNumber = (this.#calls.get(operation) ?? 0) + 1;
    this.#calls.set(operation, callNumber);
    for (const { scope, hook } of [...this.#hooks]) {
      if (scope === "*" || scope === operation) await hook({ operation, params, callNumber });
    }
    const ms = this.#latency.get(operation) ?? this.#latency.get("*") ?? 0;
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** @internal */
  get throttles(): boolean {
    return this.#throttling;
  }

  /** @internal the rows of a list as this misbehaving cloud walks them, and the total it announces. */
  distort<R>(operation: Operation, rows: readonly R[]): { rows: readonly R[]; total: number } {
    const nth = this.#duplicates.get(operation) ?? 0;
    const walked = nth > 0 ? withDuplicates(rows, nth) : rows;
    return { rows: walked, total: walked.length + (this.#overstated.get(operation) ?? 0) };
  }
}

function withDuplicates<R>(rows: readonly R[], nth: number): R[] {
  const result: R[] = [];
  rows.forEach((row, index) => {
    result.push(row);
    const earlier = (index + 1) % nth === 0 ? rows[index + 1 - nth] : undefined;
    if (earlier !== undefined) result.push(earlier);
  });
  return result;
}
