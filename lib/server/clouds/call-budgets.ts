import type { CallBudget, CallPriority } from "./operation";

/** Asks for one call of a shared budget. */
export type BudgetRequest = CallBudget & {
  /** Who and what the limit is counted for; the same key always comes with the same limit. */
  readonly key: string;
  readonly priority: CallPriority;
  readonly signal: AbortSignal;
};

/** Keeps calls inside the clouds' limits, across connections. */
export interface CallBudgets {
  /** Resolves when the call may be made. @throws the signal's reason when it aborts first. */
  take(request: BudgetRequest): Promise<void>;
  /**
   * Tells that a call was answered, or failed.
   * @param takenAt when the call was let through, Unix milliseconds.
   */
  answered?(key: string, takenAt: number): void;
}

/** Where the calls of one or many processes are counted. */
export interface CallLedger {
  /**
   * Counts a call, if it may be made now.
   * @returns 0 when it was counted, else the milliseconds to wait before asking again.
   */
  reserve(request: CallBudget & Pick<BudgetRequest, "key" | "priority">, now: number): Promise<number>;
  /** As {@link CallBudgets.answered}; `now` in Unix milliseconds. */
  answered?(key: string, takenAt: number, now: number): void;
}
