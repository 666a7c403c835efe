import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

const QUERY = "print";

let preparing = false;

/** Whether the page is being printed. What it changes is in the document before the browser counts its sheets. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => preparing || window.matchMedia(QUERY).matches,
    () => false,
  );
}

function subscribe(tell: () => void): () => void {
  const tellNow = () => flushSync(tell);
  const prepare = () => {
    preparing = true;
    tellNow();
  };
  const finish = () => {
    preparing = false;
    tellNow();
  };
  const media = window.matchMedia(QUERY);
  // The medium changes when the sheets have been counted: what grows then is cut off at the last of them.
  window.addEventListener("beforeprint", prepare);
  window.addEventListener("afterprint", finish);
  media.addEventListener("change", tellNow);
  return () => {
    window.removeEventListener("beforeprint", prepare);
    window.removeEventListener("afterprint", finish);
    media.removeEventListener("change", tellNow);
  };
}
