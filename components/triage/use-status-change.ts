"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { patchRows } from "@/components/events/patch-rows";
import { answerWith } from "@/lib/api/answer-reader";
import { MOST_EVENTS_AT_ONCE } from "@/lib/api/bulk-limits";
import { sendJson } from "@/lib/api/send-json";
import type {
  SeenEvent,
  StatusChangeRequest,
  StatusChangeResponse,
  StatusResult,
} from "@/lib/api/status-change";
import type { SecurityEvent } from "@/lib/events/event";
import type { Status } from "@/lib/events/status";
import type { Verdict } from "@/lib/events/verdict";

/** What a status is set for: events as they were seen, or a frozen set. */
export type StatusTarget = { readonly events: readonly SeenEvent[] } | { readonly selectionId: string };

/** Whether so many events are meant that a job changes them: that is looked at before it begins. */
export function isBulk(target: StatusTarget): boolean {
  return "selectionId" in target || target.events.length > MOST_EVENTS_AT_ONCE;
}

/** Why a status is set. */
export type StatusWhy = { readonly note?: string; readonly reason?: Verdict };

export type StatusOrder = StatusWhy & { readonly target: StatusTarget; readonly status: Status };

/** What became of an order, or of taking it back: an undo sets no status of its own. */
type StatusAnswered = {
  readonly status: Status | null;
  readonly why: StatusWhy;
  readonly response: StatusChangeResponse;
};

function post(path: string, body: unknown): Promise<StatusChangeResponse> {
  return sendJson("POST", path, answerWith<StatusChangeResponse>("kind"), body);
}

function send({ target, ...order }: StatusOrder): Promise<StatusChangeResponse> {
  const request: StatusChangeRequest = {
    ...order,
    idempotencyKey: crypto.randomUUID(),
    ...("events" in target ? { events: [...target.events] } : target),
  };
  return post("/api/events/status", request);
}

/**
 * Sets statuses. The rows show the new one at once, marked as not confirmed, until the answer says what became
 * of each event; after a failure they show again what they showed before.
 */
export function useStatusChange() {
  const client = useQueryClient();
  const [answer, setAnswer] = useState<StatusAnswered | null>(null);

  function show(results: readonly StatusResult[]) {
    const byId = new Map(results.map((result) => [result.eventId, result]));
    patchRows(client, (event) => withResult(event, byId.get(event.id)));
  }
  function settle(answered: StatusAnswered) {
    const { response } = answered;
    setAnswer(answered);
    if (response.kind === "applied") show(response.results);
    if (response.kind === "job") void client.invalidateQueries({ queryKey: ["jobs"] });
    void client.invalidateQueries({ queryKey: ["event-history"] });
    void client.invalidateQueries({ queryKey: ["events", "facets"] });
  }

  const change = useMutation({
    mutationFn: send,
    onMutate: ({ target, status }) => {
      const before = new Map<string, SecurityEvent>();
      const ids = new Set("events" in target ? target.events.map(({ id }) => id) : []);
      patchRows(client, (event) => {
        if (!ids.has(event.id)) return null;
        if (!before.has(event.id)) before.set(event.id, event);
        return { ...event, status, writeState: "queued" };
      });
      return { before };
    },
    onSuccess: (response, { status, target: _target, ...why }) => settle({ status, why, response }),
    onError: (_error, _order, context) => patchRows(client, (event) => context?.before.get(event.id) ?? null),
  });
  const undo = useMutation({
    mutationFn: (changeId: string) => post("/api/events/status/undo", { changeId }),
    onSuccess: (response) => settle({ status: null, why: {}, response }),
  });

  return {
    change: change.mutate,
    undo: undo.mutate,
    pending: change.isPending || undo.isPending,
    /** The last answer; `status` is null for an undo. */
    answer,
    error: change.error ?? undo.error,
    forget: () => {
      setAnswer(null);
      change.reset();
      undo.reset();
    },
  };
}

export type StatusChangeState = ReturnType<typeof useStatusChange>;

function withResult(event: SecurityEvent, result: StatusResult | undefined): SecurityEvent | null {
  if (!result || result.status === null) return null;
  return {
    ...event,
    status: result.status,
    version: result.version ?? event.version,
    statusOrigin: result.statusOrigin ?? event.statusOrigin,
    writeState: result.writeState,
  };
}
