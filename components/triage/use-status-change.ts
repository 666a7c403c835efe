"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { patchRows } from "@/components/events/patch-rows";
import { readAgain } from "@/components/ui/read-again";
import { answerWith } from "@/lib/api/answer-reader";
import { MOST_EVENTS_AT_ONCE } from "@/lib/api/bulk-limits";
import { ApiError } from "@/lib/api/fetch-json";
import { sendJson } from "@/lib/api/send-json";
import type {
  SeenEvent,
  StatusChangeRequest,
  StatusChangeResponse,
  StatusResult,
} from "@/lib/api/status-change";
import type { Status } from "@/lib/events/status";
import type { Verdict } from "@/lib/events/verdict";
import { pendingRows as pending, withResult } from "./pending-rows";
import {
  beginUndoable,
  changeOf,
  forgetUndoable,
  restoreUndoable,
  settleUndoable,
  takeNewest,
} from "./undoable-changes";

/** What a status is set for: events as they were seen, or a frozen set. */
export type StatusTarget = { readonly events: readonly SeenEvent[] } | { readonly selectionId: string };

/** Whether so many events are meant that a job changes them: that is looked at before it begins. */
export function isBulk(target: StatusTarget): boolean {
  return "selectionId" in target || target.events.length > MOST_EVENTS_AT_ONCE;
}

/** Why a status is set. */
export type StatusWhy = { readonly note?: string; readonly reason?: Verdict };

export type StatusOrder = StatusWhy & { readonly target: StatusTarget; readonly status: Status };

type KeyedOrder = { readonly order: StatusOrder; readonly orderKey: string };

/** What became of an order, or of taking it back: an undo sets no status of its own. */
type StatusAnswered = { readonly status: Status | null; readonly response: StatusChangeResponse };

/** An event that somebody else changed first, and what was wanted of it; null for an undo. */
export type OpenConflict = { readonly result: StatusResult; readonly why: StatusWhy };

/** What was not done, and why. `order` is null where a change was to be taken back. */
type StatusFailure = { readonly error: Error; readonly order: StatusOrder | null };

/** Changes are sent one after the other: a key that is pressed meanwhile is kept, and no change overtakes another. */
const IN_TURN = { id: "status-changes" };

/** Versions that changes of our own have made of events since they were seen. */
const made = new Map<string, number>();

function post(path: string, body: unknown): Promise<StatusChangeResponse> {
  return sendJson("POST", path, answerWith<StatusChangeResponse>("kind"), body);
}

function send({ order: { target, ...rest }, orderKey }: KeyedOrder): Promise<StatusChangeResponse> {
  const asSeen = ({ id, version }: SeenEvent) => ({ id, version: Math.max(version, made.get(id) ?? 0) });
  const request: StatusChangeRequest = {
    ...rest,
    idempotencyKey: orderKey,
    ...("events" in target ? { events: target.events.map(asSeen) } : target),
  };
  return post("/api/events/status", request);
}

/** The events that a change names one by one. */
const idsOf = (target: StatusTarget): ReadonlySet<string> =>
  new Set("events" in target ? target.events.map(({ id }) => id) : []);

/** The change that can be taken back; null where nothing was changed. */
function changeIn(response: StatusChangeResponse): string | null {
  const changed = response.kind === "job" || response.results.some(({ outcome }) => outcome === "changed");
  return changed ? response.changeId : null;
}

/**
 * Sets statuses. The rows show the new one at once, marked as not confirmed, until the answer says what became
 * of each event; after a failure they show again what they showed before. What failed, and what somebody else was
 * faster with, stays until it is looked at, however many changes are answered after it.
 */
export function useStatusChange() {
  const client = useQueryClient();
  const [answer, setAnswer] = useState<StatusAnswered | null>(null);
  const [conflicts, setConflicts] = useState<readonly OpenConflict[]>([]);
  const [failures, setFailures] = useState<readonly StatusFailure[]>([]);

  function show(results: readonly StatusResult[]) {
    for (const { eventId, outcome, version } of results) {
      if (outcome === "changed" && version !== null) made.set(eventId, version);
    }
    pending.learn(results);
    const byId = new Map(results.map((result) => [result.eventId, result]));
    // Of those that wait for another answer, that one is shown.
    patchRows(client, (event) =>
      pending.isPending(event.id) ? null : withResult(event, byId.get(event.id)),
    );
  }
  function settle(status: Status | null, why: StatusWhy, response: StatusChangeResponse) {
    setAnswer({ status, response });
    if (response.kind === "applied") {
      show(response.results);
      const settled = new Set(response.results.map(({ eventId }) => eventId));
      const open = response.results.filter(({ outcome }) => outcome === "conflict");
      setConflicts((before) => [
        ...before.filter(({ result }) => !settled.has(result.eventId)),
        ...open.map((result) => ({ result, why })),
      ]);
    }
    if (response.kind === "job") readAgain(client, ["jobs"]);
    readAgain(client, ["event-history"]);
    readAgain(client, ["events", "facets"]);
    readAgain(client, ["events", "timeline"]);
  }
  const fail = (error: Error, order: StatusOrder | null) =>
    setFailures((before) => [...before, { error, order }]);

  const change = useMutation({
    mutationFn: send,
    scope: IN_TURN,
    onMutate: ({ order: { target, status }, orderKey }) => {
      beginUndoable(orderKey);
      const ids = idsOf(target);
      patchRows(client, pending.begin(ids, status));
    },
    onSuccess: (response, { order: { status, target, ...why }, orderKey }) => {
      settleUndoable(orderKey, changeIn(response));
      settle(status, why, response);
      patchRows(client, pending.end(idsOf(target)));
    },
    onError: (error, { order, orderKey }) => {
      settleUndoable(orderKey, null);
      patchRows(client, pending.end(idsOf(order.target)));
      fail(error, order);
    },
  });
  const undo = useMutation({
    mutationFn: async (changeId: string | (() => string | null)) => {
      // Of an order that was on its way when the key was pressed it is known by now whether there is anything to undo.
      const wanted = typeof changeId === "string" ? changeId : changeId();
      if (wanted === null) return null;
      forgetUndoable(wanted);
      try {
        return await post("/api/events/status/undo", { changeId: wanted });
      } catch (error) {
        // What the server says about it will not be different the next time; without an answer it may be.
        if (error instanceof ApiError && error.problem === null) restoreUndoable(wanted);
        throw error;
      }
    },
    scope: IN_TURN,
    onSuccess: (response) => response && settle(null, {}, response),
    onError: (error) => fail(error, null),
  });

  const order = (wanted: StatusOrder) => change.mutate({ order: wanted, orderKey: crypto.randomUUID() });
  return {
    change: order,
    undo: (changeId: string) => undo.mutate(changeId),
    /** Takes back the newest change that was made on this page and stands. */
    undoNewest: () => {
      const orderKey = takeNewest();
      if (orderKey !== null) undo.mutate(() => changeOf(orderKey));
    },
    pending: change.isPending || undo.isPending,
    /** The last answer; `status` is null for an undo. */
    answer,
    conflicts,
    failures,
    /** Sends once more what was not done. */
    tryAgain: () => {
      setFailures([]);
      for (const failure of failures) if (failure.order) order(failure.order);
    },
    keepTheirs: () => setConflicts([]),
    forget: () => {
      setAnswer(null);
      setConflicts([]);
      setFailures([]);
    },
  };
}

export type StatusChangeState = ReturnType<typeof useStatusChange>;
