import type { Job } from "@/lib/api/jobs";
import type { StatusChangeResponse } from "@/lib/api/status-change";

export const statusChangeExample: StatusChangeResponse = {
  kind: "applied",
  changeId: "V1StGXR8_Z5jdHi6B-myT",
  undoUntil: "2026-01-31T08:00:08.000Z",
  results: [
    {
      eventId: "p4Xk0cTq2mVb8sLd",
      outcome: "changed",
      version: 4,
      status: "ignored",
      statusOrigin: "cloud",
      writeState: "queued",
      conflict: null,
      message: null,
    },
  ],
};

export const jobStartedExample: StatusChangeResponse = {
  kind: "job",
  changeId: "V1StGXR8_Z5jdHi6B-myT",
  jobId: "0ZqKv2rj8sT1mX4cW9bYe",
  total: 5000,
};

export const jobExample: Job = {
  id: "0ZqKv2rj8sT1mX4cW9bYe",
  kind: "status",
  state: "running",
  changeId: "V1StGXR8_Z5jdHi6B-myT",
  createdAt: "2026-01-31T08:00:00.000Z",
  finishedAt: null,
  actor: { kind: "user", id: "3kTMd9Xs0pLq", name: "mia" },
  status: "ignored",
  note: "Our own scanner",
  reason: "test",
  total: 5000,
  done: 1500,
  counts: { changed: 1490, unchanged: 8, conflict: 2, "not-found": 0 },
  writes: { queued: 900, sent: 100, verified: 490, overtaken: 0, failed: 0 },
  undone: false,
  problem: null,
};
