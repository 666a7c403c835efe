"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { patchRows } from "@/components/events/patch-rows";
import { readAgain } from "@/components/ui/read-again";
import { answerWith } from "@/lib/api/answer-reader";
import type { AssignManyRequest, AssignManyResponse } from "@/lib/api/event-work";
import { sendJson } from "@/lib/api/send-json";

const assignedReader = answerWith<AssignManyResponse>("results");

/** Gives several events to somebody; every view shows who has them then. */
export function useAssignMany() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: AssignManyRequest) =>
      sendJson("POST", "/api/events/assignee", assignedReader, request),
    onSuccess: ({ results }) => {
      const byId = new Map(results.map((result) => [result.eventId, result]));
      patchRows(client, (row) => {
        const result = byId.get(row.id);
        if (!result || result.version === null) return null;
        return { ...row, assignee: result.assignee, version: result.version };
      });
      readAgain(client, ["events", "facets"]);
      readAgain(client, ["events", "timeline"]);
    },
  });
}
