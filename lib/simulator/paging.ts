import type { FaultBoard } from "@/lib/simulator/faults/fault-board";
import type { Operation } from "@/lib/simulator/operation";

/** One page of a list, with the faults that are set for it. `offset` counts from 0. */
export function pageOf<R>(
  faults: FaultBoard,
  operation: Operation,
  rows: readonly R[],
  offset: number,
  size: number,
): { page: readonly R[]; total: number } {
  const walked = faults.distort(operation, rows);
  return { page: walked.rows.slice(offset, offset + size), total: walked.total };
}
