import { useEffect, useState } from "react";
import { useSignedIn } from "@/components/layout/signed-in";
import { keepInTab, readTab } from "@/components/layout/tab-storage";
import { loadPart } from "@/components/ui/load-part";
import type { StatusOrder } from "./use-status-change";

/** A dialog that opened by itself on a page that somebody came to would be a surprise. */
const wasReloaded = (): boolean =>
  performance
    .getEntriesByType("navigation")
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === "reload");

/**
 * An order that is being given. A reload finds it again; whoever leaves the page gives it up. Its note has a life of its
 * own: {@link useNoteDraft}.
 * @param place the screen that asks: one page has several.
 */
export function useKeptOrder(place: string): [StatusOrder | null, (order: StatusOrder | null) => void] {
  const name = `status-order.${useSignedIn().name}.${place}`;
  const [order, setOrder] = useState<StatusOrder | null>(null);
  // Not at first: the server, which renders the same, knows of none.
  useEffect(() => {
    const kept = wasReloaded() ? readTab(name) : null;
    let left = false;
    async function findAgain(text: string) {
      const part = await loadPart(() => import("./read-kept-order"));
      if (!left && part) setOrder((given) => given ?? part.readKeptOrder(text));
    }
    if (kept === null) keepInTab(name, null);
    else void findAgain(kept);
    return () => {
      left = true;
      keepInTab(name, null);
    };
  }, [name]);
  return [
    order,
    (next) => {
      setOrder(next);
      keepInTab(name, next && JSON.stringify(next));
    },
  ];
}
