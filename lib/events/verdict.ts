/**
 * Why an event was closed: the `verdict` list of the Open Cybersecurity Schema Framework (Detection Finding
 * and Incident Finding), each with its `verdict_id`. "Unknown" (0) is left out: it is the same as no reason.
 */
export const OCSF_VERDICT_IDS = {
  "false-positive": 1,
  "true-positive": 2,
  disregard: 3,
  suspicious: 4,
  benign: 5,
  test: 6,
  "insufficient-data": 7,
  "security-risk": 8,
  "managed-externally": 9,
  duplicate: 10,
  other: 99,
} as const;

export type Verdict = keyof typeof OCSF_VERDICT_IDS;

/** In the order of the framework. */
export const VERDICTS: readonly Verdict[] = Object.keys(OCSF_VERDICT_IDS).filter(
  (key): key is Verdict => key in OCSF_VERDICT_IDS,
);
