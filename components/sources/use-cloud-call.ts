"use client";

import { useQuery } from "@tanstack/react-query";
import { callApi } from "@/lib/api/fetch-json";

/** The cloud's answer, as it came. */
export type CloudAnswer = {
  readonly status: number;
  /** Our own id of the request, which the server's log has too. */
  readonly requestId: string | null;
  readonly body: string;
  /** ISO 8601. */
  readonly receivedAt: string;
};

/**
 * Calls a read operation live through a connection, once per URL.
 * @param operation null while nothing is to be sent.
 */
export function useCloudCall(connection: string, operation: string | null, values: URLSearchParams) {
  const search = values.toString();
  return useQuery({
    queryKey: ["cloud", connection, operation, search],
    enabled: operation !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }): Promise<CloudAnswer> => {
      const path = `/api/cloud/${encodeURIComponent(connection)}/${encodeURIComponent(operation ?? "")}`;
      const response = await callApi(`${path}?${search}`, { signal });
      return {
        status: response.status,
        requestId: response.headers.get("x-request-id"),
        body: await response.text(),
        receivedAt: new Date().toISOString(),
      };
    },
  });
}
