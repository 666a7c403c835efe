"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answerWith } from "@/lib/api/answer-reader";
import type { Job, JobAction, RepeatJobRequest } from "@/lib/api/jobs";
import { sendJson } from "@/lib/api/send-json";
import type { StatusChangeResponse } from "@/lib/api/status-change";
import { JOBS_KEY } from "./jobs-query";

const jobReader = answerWith<Job>("id", "state", "total", "done");
const changeReader = answerWith<StatusChangeResponse>("kind", "changeId");

type JobOrder =
  | { readonly kind: "control"; readonly action: JobAction }
  | { readonly kind: "undo" }
  | { readonly kind: "repeat"; readonly request: RepeatJobRequest };

function send({ id, changeId }: Job, order: JobOrder): Promise<unknown> {
  const path = `/api/jobs/${encodeURIComponent(id)}`;
  switch (order.kind) {
    case "control":
      return sendJson("PATCH", path, jobReader, { action: order.action });
    case "undo":
      return sendJson("POST", "/api/events/status/undo", changeReader, { changeId });
    case "repeat":
      return sendJson("POST", `${path}/repeat`, changeReader, order.request);
  }
}

/** What a person can tell a bulk change to do; the list of jobs shows what came of it. */
export function useJobOrders(job: Job) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: JobOrder) => send(job, order),
    onSettled: () => client.invalidateQueries({ queryKey: JOBS_KEY }),
  });
}

export type JobOrders = ReturnType<typeof useJobOrders>;
