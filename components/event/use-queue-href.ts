"use client";

import { useEffect, useState } from "react";

const QUEUE = "/events";

/** The queue's path and query, if the address is the queue's. */
function queueOf(address: string | null): string | null {
  if (!address) return null;
  const url = new URL(address, window.location.origin);
  const ours = url.origin === window.location.origin && url.pathname === QUEUE;
  return ours ? `${url.pathname}${url.search}` : null;
}

/** The queue as it was left: in this tab's history, or on the page whose link opened this tab. */
function findQueue(): string | null {
  // Browsers without the Navigation API show the queue unfiltered.
  const entries = "navigation" in window ? window.navigation.entries() : [];
  const visited = entries.map(({ url }) => queueOf(url)).findLast((href) => href !== null);
  return visited ?? queueOf(document.referrer);
}

/** Leads back to the queue with the filters that the reader had set. */
export function useQueueHref(): string {
  const [href, setHref] = useState(QUEUE);
  useEffect(() => setHref(findQueue() ?? QUEUE), []);
  return href;
}
