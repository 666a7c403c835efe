"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { answerWith } from "@/lib/api/answer-reader";
import { callApi } from "@/lib/api/fetch-json";
import { readJson } from "@/lib/api/read-json";
import type { ChangeView, createViewSchema, SavedViewList } from "@/lib/api/saved-views";

const VIEWS = "/api/views";
const viewsReader = answerWith<SavedViewList>("items");

type ViewOrder =
  | { readonly do: "create"; readonly view: z.input<typeof createViewSchema> }
  | { readonly do: "change"; readonly id: string; readonly change: ChangeView }
  | { readonly do: "delete"; readonly id: string };

function send(order: ViewOrder): Promise<Response> {
  const headers = { "content-type": "application/json" };
  switch (order.do) {
    case "create":
      return callApi(VIEWS, { method: "POST", headers, body: JSON.stringify(order.view) });
    case "change":
      return callApi(`${VIEWS}/${order.id}`, {
        method: "PATCH",
        headers,
        body: JSON.stringify(order.change),
      });
    case "delete":
      return callApi(`${VIEWS}/${order.id}`, { method: "DELETE" });
  }
}

/** The views that the person may open, and the ways to change them. */
export function useSavedViews() {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ["views"],
    queryFn: ({ signal }) => readJson(VIEWS, viewsReader, signal),
  });
  const {
    mutateAsync,
    isPending,
    error: changeError,
  } = useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: ["views"] }),
  });
  return {
    views: data?.items,
    /** Calls `done` once it is carried out. (A callback of `mutate` is forgotten when another order follows.) */
    order(what: ViewOrder, done: () => void = () => {}) {
      // Why it failed is told by `error`.
      mutateAsync(what).then(done, () => {});
    },
    pending: isPending,
    error: changeError ?? (data ? null : error),
  };
}
