"use client";

import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import { QueryBar } from "@/components/query-bar/query-bar";
import { useEventSelection } from "@/components/triage/use-event-selection";
import { useIdle } from "@/components/ui/use-idle";
import { type Role, roleIncludes } from "@/lib/api/role";
import type { TimelineMeasure } from "@/lib/api/timeline-measure";
import { filterParams } from "@/lib/events/query";
import { FacetSidebar } from "./facet-sidebar";
import {
  LazyEventPanel,
  LazyFilterSheet,
  LazyQueueTools,
  LazyTriageLayer,
  LazyValueMenu,
} from "./lazy-parts";
import classes from "./queue.module.css";
import { QueueHeader } from "./queue-header";
import { QueueNotices } from "./queue-notices";
import { QueueRows } from "./queue-rows";
import { listParams, parseQueueView, viewParams } from "./queue-view";
import { createReadAhead } from "./read-ahead";
import type { TimeRange } from "./time-range";
import { TimeRangeControl } from "./time-range-control";
import { TimelinePanel } from "./timeline-panel";
import { useColumnLayout } from "./use-column-layout";
import { useEventList } from "./use-event-list";
import { useFilterKey } from "./use-filter-key";
import { useOpenEvent } from "./use-open-event";
import { useQueueView } from "./use-queue-view";
import type { MenuPlace, RowActions } from "./use-row-actions";
import { SCROLLER_ID } from "./use-scroll-of-view";
import { useSearchKey } from "./use-search-key";

type EventsQueueProps = {
  role: Role;
  /** What the bare address shows, as URL parameters. */
  opening: string;
};

/** The queue: what narrows it, its timeline, its rows, and the event that is open beside them. */
export function EventsQueue({ role, opening }: EventsQueueProps) {
  const t = useTranslations("events");
  const client = useQueryClient();
  const [ahead] = useState(() => createReadAhead(client));
  const { view, dropped, setView, setFilter, editFilter, setSort, clearFilter, forgetDropped } = useQueueView(
    opening,
    ahead.begin,
  );
  const { filter } = view;
  const list = useEventList(view, ahead);
  const viewKey = listParams(view).toString();
  const { eventId, open, close } = useOpenEvent();
  const columns = useColumnLayout(eventId !== null);
  const selection = useEventSelection({
    viewKey,
    query: filterParams(filter).toString(),
    rows: list.rows,
    reading: list.reading,
  });
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const idle = useIdle();
  const mayChange = roleIncludes(role, "analyst");

  const scroller = useRef<HTMLDivElement>(null);
  const showNew = () => {
    list.showNew();
    scroller.current?.scrollTo({ top: 0 });
  };

  const searchInput = useRef<HTMLInputElement>(null);
  useSearchKey(searchInput);

  const { ids, toggle, extendTo, selectLoaded } = selection;
  const actions = useMemo<RowActions>(
    () => ({
      openId: eventId,
      open,
      selectedIds: ids,
      toggle,
      extendTo,
      selectLoaded,
      showMenu: setMenu,
      changes: list.changes,
    }),
    [eventId, open, ids, toggle, extendTo, selectLoaded, list.changes],
  );

  const narrow = useMediaQuery("(max-width: 64em)", false) ?? false;
  const [sheetOpen, setSheetOpen] = useState(false);
  // What was open once stays loaded, so that it can close properly.
  const [sheetWanted, setSheetWanted] = useState(false);
  if (sheetOpen && !sheetWanted) setSheetWanted(true);
  const sidebar = useRef<HTMLElement>(null);
  useFilterKey(narrow ? null : sidebar, () => setSheetOpen(true));
  const ready = !list.loading && !list.outdated;
  const setMeasure = useCallback(
    (measure: TimelineMeasure) => setView({ ...view, measure }),
    [setView, view],
  );
  const setRange = useCallback((range: TimeRange) => setFilter({ ...filter, ...range }), [setFilter, filter]);
  const facets = <FacetSidebar filter={filter} onEdit={editFilter} ready={ready} />;
  const total = list.summary?.total;
  const narrowings = [...filterParams(filter).keys()].length;

  return (
    <div className={classes.queue}>
      <QueueHeader
        total={list.outdated ? undefined : total}
        freshness={list.summary?.freshness ?? []}
        failed={list.silent || list.liveError !== null || list.error !== null}
        newCount={list.newCount}
        onShowNew={showNew}
        filter={filter}
        onFilter={setFilter}
        ready={ready}
      />
      <div className={classes.toolbar}>
        <Button
          variant="default"
          className={classes.filterButton}
          leftSection={<SlidersHorizontal size={14} aria-hidden="true" />}
          onClick={() => setSheetOpen(true)}
        >
          {narrowings > 0 ? t("filtersCounted", { count: narrowings }) : t("filters")}
        </Button>
        <QueryBar filter={filter} onChange={setFilter} inputRef={searchInput} />
        <TimeRangeControl range={filter} onChange={setRange} />
        <div className={classes.tools}>
          {idle && (
            <LazyQueueTools
              query={viewParams(view).toString()}
              onOpen={(query) => setView(parseQueueView(new URLSearchParams(query), new Date()).view)}
              mayShare={mayChange}
              columns={columns}
              exported={{ filter: filterParams(filter).toString(), mayExport: mayChange }}
            />
          )}
        </div>
      </div>
      <QueueNotices
        filter={filter}
        onFilter={setFilter}
        onClear={clearFilter}
        dropped={dropped}
        onForgetDropped={forgetDropped}
        list={list}
      />
      <div className={classes.content}>
        <aside ref={sidebar} className={classes.facets} aria-label={t("filters")}>
          <a href={`#${SCROLLER_ID}`} className={classes.skip}>
            {t("skip")}
          </a>
          {!narrow && facets}
        </aside>
        <div ref={scroller} className={classes.scroller} id={SCROLLER_ID} tabIndex={-1}>
          <TimelinePanel view={view} ready={ready} onMeasure={setMeasure} onRange={setRange} />
          <QueueRows
            list={list}
            columns={columns.shown}
            density={columns.density}
            onResize={columns.resize}
            sort={view.sort}
            onSort={setSort}
            actions={actions}
            viewKey={viewKey}
            filter={filter}
            onFilter={setFilter}
            onClear={clearFilter}
            scroller={scroller}
          />
        </div>
        {eventId !== null && (
          <LazyEventPanel
            eventId={eventId}
            rows={list.rows}
            view={view}
            selecting={selection.count > 0}
            onMove={open}
            onClose={close}
            onFilter={setFilter}
          />
        )}
      </div>
      {idle && (
        <LazyTriageLayer
          rows={list.rows}
          outdated={list.outdated}
          selection={selection}
          total={total ?? 0}
          openId={eventId}
          mayChange={mayChange}
        />
      )}
      {menu && (
        <LazyValueMenu place={menu} filter={filter} onFilter={setFilter} onClose={() => setMenu(null)} />
      )}
      {sheetWanted && (
        <LazyFilterSheet opened={sheetOpen} onClose={() => setSheetOpen(false)}>
          {narrow && facets}
        </LazyFilterSheet>
      )}
    </div>
  );
}
