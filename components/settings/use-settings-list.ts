"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { readJson } from "@/lib/api/read-json";

/** What the server rendered, and how to read it anew after a change. */
export function useSettingsList<List extends object>(url: string, schema: z.ZodType<List>, initial: List) {
  const client = useQueryClient();
  const queryKey = ["settings", url];
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => readJson(url, schema, signal),
    initialData: initial,
    // The server has just read it: what an earlier visit kept is older.
    gcTime: 0,
  });
  return { data, error, renew: () => client.invalidateQueries({ queryKey }) };
}
