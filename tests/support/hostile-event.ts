import type { EventHistory, EventResponse, LiveFacet } from "@/lib/api/event-detail";
import { attacker } from "./event-factory";
import { eventHistory, eventResponse, securityEvent } from "./event-response";

/** Markup, a handler, two kinds of address, a text direction, a terminal command and both quotes. */
export const HOSTILE =
  '<script>window.attacked = true</script><img src=x onerror="window.attacked = true"> javascript:run() https://evil.example/\u202e\u001b[2J"\'';

/** A live facet as the API gives it. */
export function liveFacet(change: Partial<LiveFacet> = {}): LiveFacet {
  return {
    name: "ip_info",
    state: "live",
    readAt: "2026-03-01T12:00:00.000Z",
    reason: null,
    value: null,
    ...change,
  };
}

/** An event with the text in every field that a cloud or an attacker fills. */
export function hostileResponse(text = HOSTILE): EventResponse {
  const event = securityEvent({
    title: text,
    type: text,
    description: text,
    upstreamId: text,
    target: { host: text, path: text, server: text, addresses: [text], resource: text, region: text },
    unmapped: [{ field: text, value: text }],
    attackers: [attacker(text, { kind: "account", country: text, region: text, tags: [text] })],
  });
  return eventResponse(event, {
    facts: [{ label: text, value: text }],
    samples: [{ kind: "request", label: text, text, highlight: "<script>", masked: false }],
    intelligence: [text],
    live: [liveFacet({ name: text, value: text }), liveFacet({ state: "unavailable", reason: text })],
  });
}

/** A history with the text in every field that a cloud fills. */
export function hostileHistory(text = HOSTILE): EventHistory {
  return eventHistory({
    items: [
      {
        at: "2026-03-01T12:00:00.000Z",
        actor: { kind: "cloud-user", id: text, name: null },
        from: text,
        to: text,
        note: text,
        reason: text,
        origin: "cloud-console",
        writeState: null,
        message: null,
        changeId: null,
        changeEvents: null,
        raw: text,
      },
    ],
    cloud: { state: "unavailable", readAt: null, reason: text },
  });
}
