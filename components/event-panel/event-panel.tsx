"use client";

import { Skeleton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { ChevronDown, ChevronUp, Maximize2, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { EventHeader } from "@/components/event/event-header";
import { type ValueFilter, ValueFilterProvider } from "@/components/event/value-filter";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import { SmallIconButton } from "@/components/ui/small-icon-button";
import type { SecurityEvent } from "@/lib/events/event";
import type { EventView } from "@/lib/events/query";
import classes from "./event-panel.module.css";
import { PanelContent } from "./panel-content";
import { useNeighbours } from "./use-neighbours";
import { usePanelEvent } from "./use-panel-event";

/** `onFilter` is that of the queue: values of the event narrow it. */
export type EventPanelProps = Pick<ValueFilter, "onFilter"> & {
  eventId: string;
  /** The rows of the list: the event's own is shown until the whole event is there. */
  rows: readonly SecurityEvent[];
  view: EventView;
  /** Events are selected: keys mean them. */
  selecting: boolean;
  onMove: (eventId: string) => void;
  onClose: () => void;
};

/** One event beside the list, with the same content as its page. */
export function EventPanel({ eventId, rows, view, selecting, onMove, onClose, onFilter }: EventPanelProps) {
  const t = useTranslations("event-panel");
  const router = useRouter();
  const reading = usePanelEvent(eventId);
  const { previousId, nextId } = useNeighbours(eventId, rows, view);
  const [openedAt] = useState(() => new Date().toISOString());
  const row = rows.find(({ id }) => id === eventId);
  const event = reading.record?.event ?? row;
  const href = `/events/${encodeURIComponent(eventId)}`;

  const panel = useRef<HTMLElement>(null);
  const covers = useMediaQuery("(max-width: 64em)");
  // Where it covers the list, the focus must not stay below it.
  useEffect(() => {
    if (covers) panel.current?.focus();
  }, [covers]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another event is read from its start
  useEffect(() => {
    // The section in the address scrolls itself into view.
    if (window.location.hash === "") panel.current?.scrollTo({ top: 0 });
  }, [eventId]);

  useShortcut("nextEvent", () => nextId && onMove(nextId), { enabled: nextId !== null });
  useShortcut("previousEvent", () => previousId && onMove(previousId), { enabled: previousId !== null });
  useShortcut("close", onClose);
  useShortcut("open", () => router.push(href));

  return (
    <aside ref={panel} className={classes.panel} aria-label={t("label")} tabIndex={-1} data-event-panel>
      <div className={classes.bar}>
        <SmallIconButton
          label={t("previous")}
          disabled={previousId === null}
          onClick={() => previousId && onMove(previousId)}
        >
          <ChevronUp size={16} aria-hidden="true" />
        </SmallIconButton>
        <SmallIconButton
          label={t("next")}
          disabled={nextId === null}
          onClick={() => nextId && onMove(nextId)}
        >
          <ChevronDown size={16} aria-hidden="true" />
        </SmallIconButton>
        <span className={classes.spacer} />
        <Link href={href} prefetch={false} className={classes.page}>
          <Maximize2 size={13} aria-hidden="true" />
          {t("page")}
        </Link>
        <SmallIconButton label={t("close")} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </SmallIconButton>
      </div>
      <ValueFilterProvider filter={view.filter} onFilter={onFilter}>
        {event && <EventHeader event={event} renderedAt={openedAt} title="h2" />}
        {!event && !reading.error && <Skeleton className={classes.head} radius="sm" />}
        <PanelContent eventId={eventId} reading={reading} withKeys={!row && !selecting} />
      </ValueFilterProvider>
    </aside>
  );
}
