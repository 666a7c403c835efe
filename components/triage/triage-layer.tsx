"use client";

import dynamic from "next/dynamic";
import { type ComponentType, useState } from "react";
import type { SecurityEvent } from "@/lib/events/event";
import type { Status } from "@/lib/events/status";
import type { EventSelectionState } from "./use-event-selection";
import { useGuidedStatus } from "./use-guided-status";
import type { StatusTarget } from "./use-status-change";
import { VerdictKeys } from "./verdict-keys";

/** Loads a part and the triage's texts at the same time. */
async function saying<Props extends object>(load: Promise<ComponentType<Props>>) {
  const [{ withTriageTexts }, part] = await Promise.all([import("./with-triage-texts"), load]);
  return withTriageTexts(part);
}

// The keys are there with the rows; what they lead to comes with their first use. Most changes ask for nothing.
const LazySelectionBar = dynamic(() => saying(import("./selection-bar").then((it) => it.SelectionBar)), {
  ssr: false,
});
const LazyStatusAnswer = dynamic(() => saying(import("./status-answer").then((it) => it.StatusAnswer)), {
  ssr: false,
});
const LazyStatusForm = dynamic(() => saying(import("./status-form").then((it) => it.StatusForm)), {
  ssr: false,
});

type TriageLayerProps = {
  rows: readonly SecurityEvent[];
  selection: EventSelectionState;
  total: number;
  openId: string | null;
  /** Whether the person's role lets them change a status. */
  mayChange: boolean;
};

/** Everything that is done to events of the queue: the bar of the selection, keys, answers. */
export function TriageLayer({ rows, selection, total, openId, mayChange }: TriageLayerProps) {
  const triage = useGuidedStatus();
  // What was asked for once stays loaded, so that it can close properly.
  const [formWanted, setFormWanted] = useState(false);
  if (triage.asked && !formWanted) setFormWanted(true);

  function withTarget(run: (target: StatusTarget) => void) {
    const target = targetOf(selection, rows, openId);
    // Whoever has asked for all that match means no less.
    if (target && !triage.pending && !selection.freezing) run(target);
  }
  const setStatus = (status: Status) => withTarget((target) => triage.set({ target, status }));
  const askForNote = () => withTarget((target) => triage.ask({ target, status: "ignored" }));

  return (
    <>
      {mayChange && <VerdictKeys onStatus={setStatus} />}
      {selection.count > 0 && (
        <LazySelectionBar
          selection={selection}
          events={rows.filter(({ id }) => selection.ids.has(id))}
          beside={openId !== null}
          total={total}
          onStatus={mayChange ? setStatus : null}
          onNote={mayChange ? askForNote : null}
          pending={triage.pending}
        />
      )}
      {formWanted && <LazyStatusForm guided={triage} />}
      {(triage.answer || triage.error) && <LazyStatusAnswer triage={triage} />}
    </>
  );
}

/** What a status is meant for: the selection, else the open event, else the row that has the focus. */
function targetOf(
  { frozen, seen }: EventSelectionState,
  rows: readonly SecurityEvent[],
  openId: string | null,
): StatusTarget | null {
  if (frozen) return { selectionId: frozen.id };
  if (seen.length > 0) return { events: seen };
  const focused = document.activeElement?.closest<HTMLElement>("[data-index]");
  const event = rows.find(({ id }) => id === openId) ?? rows[Number(focused?.dataset.index ?? -1)];
  return event ? { events: [{ id: event.id, version: event.version }] } : null;
}
