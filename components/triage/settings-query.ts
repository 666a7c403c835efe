import { queryOptions } from "@tanstack/react-query";
import { answerWith } from "@/lib/api/answer-reader";
import { readJson } from "@/lib/api/read-json";
import type { SettingsResponse } from "@/lib/api/settings";

/** A policy changes rarely, and the server checks it in any case, milliseconds. */
const KEPT = 60_000;

/** What holds for everybody: which notes and reasons a change of status needs. */
export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: ({ signal }) => readJson("/api/settings", answerWith<SettingsResponse>("settings"), signal),
  staleTime: KEPT,
});
