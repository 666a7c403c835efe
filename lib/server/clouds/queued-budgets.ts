import type { Clock } from "@/lib/server/clock";
import type { BudgetRequest, CallBudgets, CallLedger } from "./call-budgets";
import type { Sleep } from "./sleep";

type Deps = { readonly ledger: CallLedger; readonly clock: Clock; readonly sleep: Sleep };

type Waiting = {
  readonly request: BudgetRequest;
  readonly admit: () => void;
  readonly fail: (reason: unknown) => void;
};

/** Lines callers up per budget: people before the background, else first come, first served. */
export function createQueuedBudgets(deps: Deps): CallBudgets {
  const queues = new Map<string, CallBudgets>();
  return {
    take(request) {
      const queue = queues.get(request.key) ?? createQueue(deps);
      queues.set(request.key, queue);
      return queue.take(request);
    },
    answered: (key, takenAt) => deps.ledger.answered?.(key, takenAt, deps.clock().getTime()),
  };
}

function createQueue({ ledger, clock, sleep }: Deps): CallBudgets {
  const line: Waiting[] = [];
  let change = new AbortController();
  let serving = false;

  const leave = (one: Waiting) => {
    const index = line.indexOf(one);
    if (index >= 0) line.splice(index, 1);
    change.abort();
  };
  const first = () => line.find((one) => one.request.priority === "person") ?? line[0];

  async function serve(): Promise<void> {
    for (let next = first(); next; next = first()) {
      change = new AbortController();
      const wait = await ledger.reserve(next.request, clock().getTime());
      if (wait === 0) first()?.admit();
      else
        await sleep(wait, change.signal).catch((error: unknown) => {
          if (!change.signal.aborted) throw error;
        });
    }
  }

  function startServing(): void {
    if (serving) return;
    serving = true;
    serve()
      .catch((error: unknown) => {
        for (const one of [...line]) one.fail(error);
      })
      .finally(() => {
        serving = false;
        if (line.length > 0) startServing();
      });
  }

  return {
    take(request) {
      const { signal } = request;
      if (signal.aborted) return Promise.reject(signal.reason);
      return new Promise((resolve, reject) => {
        const onAbort = () => one.fail(signal.reason);
        const done = (settle: () => void) => {
          signal.removeEventListener("abort", onAbort);
          leave(one);
          settle();
        };
        const one: Waiting = {
          request,
          admit: () => done(resolve),
          fail: (reason) => done(() => reject(reason)),
        };
        signal.addEventListener("abort", onAbort, { once: true });
        line.push(one);
        change.abort();
        startServing();
      });
    },
  };
}
