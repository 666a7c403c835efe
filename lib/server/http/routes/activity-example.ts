import type { ActivityItem } from "@/lib/api/activity";

export const activityExample: ActivityItem = {
  id: 42,
  at: "2026-01-31T08:00:00.000Z",
  actor: { kind: "user", id: "3kTMd9Xs0pLq", name: "mia" },
  action: "status.changed",
  subject: "p4Xk0cTq2mVb8sLd",
  source: "waf-threat",
  from: "toBeConfirmed",
  to: "ignored",
  details: { changeId: "V1StGXR8_Z5jdHi6B-myT", note: "Our own scanner", reason: "test" },
  address: "192.0.2.10",
  hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
};
