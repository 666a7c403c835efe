"use client";

import dynamic from "next/dynamic";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { orNothing } from "@/components/ui/load-part";
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
const LazySelectionBar = dynamic(
  orNothing(() => saying(import("./selection-bar").then((it) => it.SelectionBar))),
  {
    ssr: false,
  },
);
const LazyStatusAnswer = dynamic(
  orNothing(() => saying(import("./status-answer").then((it) => it.StatusAnswer))),
  {
    ssr: false,
  },
);
const LazyStatusForm = dynamic(
  orNothing(() => saying(import("./status-form").then((it) => it.StatusForm))),
  {
    ssr: false,
  },
);

type TriageLayerProps = {
  rows: readonly SecurityEvent[];
  /** The rows are those of the view before: none of them is meant. */
  outdated: boolean;
  selection: EventSelectionState;
  total: number;
  openId: string | null;
  /** Whether the person's role lets them change a status. */
  mayChange: boolean;
};

/** Everything that is done to events of the queue: the bar of the selection, keys, answers. */
export function TriageLayer({ rows, outdated, selection, total, openId, mayChange }: TriageLayerProps) {
  const triage = useGuidedStatus("queue");
  // What was asked for once stays loaded, so that it can close properly.
  const [formWanted, setFormWanted] = useState(false);
  if (triage.asked && !formWanted) setFormWanted(true);

  function withTarget(run: (target: StatusTarget) => void) {
    const target = targetOf(selection, outdated ? [] : rows, openId);
    // Whoever has asked for all that match means no less. Rows change one by one, however fast; a selection once.
    const waits = selection.freezing || (triage.pending && selection.count > 0);
    if (target && !waits) run(target);
  }
  // What is done with a frozen set is done: the next key must not mean it again.
  const { frozen, clear } = selection;
  const begunWith = useRef(frozen);
  useEffect(() => {
    const { status = null, response = null } = triage.answer ?? {};
    if (status !== null && response?.kind === "job" && frozen && begunWith.current === frozen) clear();
    begunWith.current = frozen;
  }, [triage.answer, frozen, clear]);
  // An open event that is not among the rows answers to the keys itself.
  const answers = selection.count > 0 || openId === null || rows.some(({ id }) => id === openId);
  const setStatus = (status: Status) => withTarget((target) => triage.set({ target, status }));
  const askForNote = () => withTarget((target) => triage.ask({ target, status: "ignored" }));

  return (
    <>
      {mayChange && answers && <VerdictKeys onStatus={setStatus} />}
      {selection.count > 0 && (
        <LazySelectionBar
          selection={selection}
          beside={openId !== null}
          total={total}
          onStatus={mayChange ? setStatus : null}
          onNote={mayChange ? askForNote : null}
          pending={triage.pending}
        />
      )}
      {formWanted && <LazyStatusForm guided={triage} />}
      {(triage.answer || triage.failures.length > 0) && <LazyStatusAnswer triage={triage} />}
    </>
  );
}

/** What a status is meant for: the selection, else the open event, else the row that has the focus. */
function targetOf(
  { frozen, picked }: EventSelectionState,
  rows: readonly SecurityEvent[],
  openId: string | null,
): StatusTarget | null {
  if (frozen) return { selectionId: frozen.id };
  if (picked.length > 0) return { events: picked.map(({ id, version }) => ({ id, version })) };
  const focused = document.activeElement?.closest<HTMLElement>("[data-index]");
  // An open event that is not among the rows answers for itself; the row that has the focus is never meant instead.
  const event =
    openId === null ? rows[Number(focused?.dataset.index ?? -1)] : rows.find(({ id }) => id === openId);
  return event ? { events: [{ id: event.id, version: event.version }] } : null;
}
