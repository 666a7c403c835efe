"use client";

import {
  type Mutation,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { type Checklist, checklistSchema } from "@/lib/api/event-work";
import { readJson } from "@/lib/api/read-json";
import { sendJson } from "@/lib/api/send-json";
import { workKey } from "./work-keys";

type TickRequest = { step: string; done: boolean };

/** Which steps of the guidance somebody has done, and how it stands with the ticks that were just set. */
export function useChecklist(eventId: string) {
  const client = useQueryClient();
  const path = `/api/events/${encodeURIComponent(eventId)}/checklist`;
  const queryKey = workKey("checklist", eventId);
  const mutationKey = ["tick", eventId];
  const checklist = useQuery({
    queryKey,
    queryFn: ({ signal }) => readJson(path, checklistSchema, signal),
  });
  const { mutate: tick } = useMutation({
    mutationKey,
    // One after the other: each answer is the whole list, and an older one must not come last.
    scope: { id: mutationKey.join(" ") },
    mutationFn: (request: TickRequest) => sendJson("PUT", path, checklistSchema, request),
    onSuccess: (list) => client.setQueryData(queryKey, list),
  });
  // `useMutation` itself tells of the last tick only, whichever step it was of.
  const sent = useMutationState({
    filters: { mutationKey },
    select: ({ state: { status, error, variables } }: Mutation<Checklist, Error, TickRequest>) => ({
      ...variables,
      status,
      error,
    }),
  });
  return {
    checklist,
    tick,
    /** The last tick of a step that was sent from here; what came of an earlier one no longer matters. */
    lastTickOf: (step: string) => sent.findLast((one) => one.step === step),
  };
}
