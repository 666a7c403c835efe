"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { patchRows } from "@/components/events/patch-rows";
import { type AssignRequest, assignResponseSchema } from "@/lib/api/event-work";
import { sendJson } from "@/lib/api/send-json";

/** Claims an event, gives it away, or lets it go; every view shows who has it then. */
export function useAssignment(eventId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: AssignRequest) =>
      sendJson("PATCH", `/api/events/${encodeURIComponent(eventId)}`, assignResponseSchema, request),
    onSuccess: ({ event }) => {
      const { assignee, version } = event;
      patchRows(client, (row) => (row.id === eventId ? { ...row, assignee, version } : null));
    },
  });
}
