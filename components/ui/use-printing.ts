import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

const QUERY = "print";

/** Whether the page is being printed. What it changes is in the document before the browser takes its picture. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(QUERY).matches,
    () => false,
  );
}

function subscribe(tell: () => void): () => void {
  const media = window.matchMedia(QUERY);
  const tellNow = () => flushSync(tell);
  media.addEventListener("change", tellNow);
  return () => media.removeEventListener("change", tellNow);
}
