import type { z } from "zod";
import {
  PREVIEW_GROUPS,
  type PreviewGroup,
  type StatusPreview,
  type statusPreviewRequestSchema,
} from "@/lib/api/status-change";
import { selectionPage } from "@/lib/server/db/queries/jobs";
import { findStatusTargets } from "@/lib/server/db/queries/status-targets";
import type { Deps } from "@/lib/server/deps";
import { gatherPlans } from "./gather-plans";
import type { StatusItem, StatusPlan } from "./plan-status";
import { eventsOnce, requireSelection } from "./status-selection";

const PAGE = 2_000;
const MOST_EXAMPLES = 20;

const GROUPS: Record<PreviewGroup, { readonly changes: boolean; readonly message: string }> = {
  cloud: { changes: true, message: "Changed here and then in the cloud, which is read back." },
  local: { changes: true, message: "Changed here. The cloud product keeps no status of its own." },
  "local-only": {
    changes: true,
    message: "Changed here only: the cloud takes no such status by its API, and keeps the one it has.",
  },
  already: { changes: false, message: "Not changed: they have this status already." },
  conflict: { changes: false, message: "Not changed: somebody else changed their status meanwhile." },
  "not-connected": {
    changes: true,
    message: "Changed here only: their connection is not configured any more.",
  },
  "not-found": { changes: false, message: "Not changed: there are no such events any more." },
};

function groupOf(plan: StatusPlan): PreviewGroup {
  if (plan.kind !== "change") return plan.kind;
  if (plan.localOnly !== null) return plan.localOnly === "not-connected" ? "not-connected" : "local-only";
  return plan.statusOrigin === "cloud" ? "cloud" : "local";
}

async function* itemPages(
  deps: Deps,
  ownerId: string,
  request: z.output<typeof statusPreviewRequestSchema>,
): AsyncGenerator<readonly StatusItem[]> {
  const { selectionId, status } = request;
  if (selectionId === undefined) {
    const events = eventsOnce(request.events ?? []);
    for (let start = 0; start < events.length; start += PAGE) {
      yield events.slice(start, start + PAGE).map(({ id, version }) => ({ eventId: id, version, status }));
    }
    return;
  }
  await requireSelection(deps, ownerId, selectionId);
  let after = "";
  for (;;) {
    const page = await selectionPage(deps.database, selectionId, after, PAGE);
    if (page.length === 0) return;
    yield page.map((event) => ({ ...event, status }));
    after = page.at(-1)?.eventId ?? after;
  }
}

/**
 * Tells what a change would do now, event by event, without doing it.
 * @throws ProblemError invalid-request, not-found (selection)
 */
export async function previewStatus(
  deps: Deps,
  ownerId: string,
  request: z.output<typeof statusPreviewRequestSchema>,
): Promise<StatusPreview> {
  const found = new Map<PreviewGroup, { count: number; examples: string[] }>();
  for await (const items of itemPages(deps, ownerId, request)) {
    const ids = items.map(({ eventId }) => eventId);
    const targets = await findStatusTargets(deps.database, ids);
    for (const { item, plan } of await gatherPlans(deps.database, deps, items, targets)) {
      const group = groupOf(plan);
      const entry = found.get(group) ?? { count: 0, examples: [] };
      entry.count += 1;
      if (entry.examples.length < MOST_EXAMPLES) entry.examples.push(item.eventId);
      found.set(group, entry);
    }
  }
  const groups = PREVIEW_GROUPS.flatMap((group) => {
    const entry = found.get(group);
    return entry ? [{ group, ...GROUPS[group], ...entry }] : [];
  });
  const sum = (changes: boolean) =>
    groups.filter((group) => group.changes === changes).reduce((total, { count }) => total + count, 0);
  return { total: sum(true) + sum(false), willChange: sum(true), willNotChange: sum(false), groups };
}
