"use client";

import { Button, Drawer } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef } from "react";
import { FreshnessNotice } from "@/components/ui/freshness-notice";
import { Notice } from "@/components/ui/notice";
import { RecoveryButton } from "@/components/ui/recovery-button";
import { useErrorText } from "@/components/ui/use-error-text";
import { filterParams } from "@/lib/events/query";
import { DroppedNotice } from "./dropped-notice";
import { FacetSidebar } from "./facet-sidebar";
import { FilterChips } from "./filter-chips";
import classes from "./queue.module.css";
import { QueueHeader } from "./queue-header";
import { QueueRows } from "./queue-rows";
import { listParams } from "./queue-view";
import { SearchBox } from "./search-box";
import { TimeRangeControl } from "./time-range-control";
import { TimelinePanel } from "./timeline-panel";
import { useEventList } from "./use-event-list";
import { useQueueView } from "./use-queue-view";
import { useSearchKey } from "./use-search-key";

/** The queue: what narrows it, its timeline, its rows. */
export function EventsQueue() {
  const t = useTranslations("events");
  const errorText = useErrorText();
  const { view, dropped, setView, setFilter, setSort, clearFilter, forgetDropped } = useQueueView();
  const { filter } = view;
  const list = useEventList(view);
  const viewKey = listParams(view).toString();

  const scroller = useRef<HTMLDivElement>(null);
  const shownKey = useRef(viewKey);
  useEffect(() => {
    if (shownKey.current !== viewKey) scroller.current?.scrollTo({ top: 0 });
    shownKey.current = viewKey;
  }, [viewKey]);
  const showNew = () => {
    list.showNew();
    scroller.current?.scrollTo({ top: 0 });
  };

  const searchInput = useRef<HTMLInputElement>(null);
  useSearchKey(searchInput);
  const search = useCallback(
    (q: string | null) => setFilter({ ...filter, q }, { replace: filter.q !== null }),
    [setFilter, filter],
  );

  const narrow = useMediaQuery("(max-width: 64em)", false) ?? false;
  const [drawerOpen, drawer] = useDisclosure(false);
  const ready = !list.loading && !list.outdated;
  const facets = <FacetSidebar filter={filter} onChange={setFilter} ready={ready} />;
  const freshness = list.summary?.freshness ?? [];
  const narrowings = [...filterParams(filter).keys()].length;

  return (
    <div className={classes.queue}>
      <QueueHeader
        total={list.outdated ? undefined : list.summary?.total}
        freshness={freshness}
        newCount={list.newCount}
        onShowNew={showNew}
      />
      <div className={classes.toolbar}>
        <Button
          variant="default"
          className={classes.filterButton}
          leftSection={<SlidersHorizontal size={14} aria-hidden="true" />}
          onClick={drawer.open}
        >
          {narrowings > 0 ? t("filtersCounted", { count: narrowings }) : t("filters")}
        </Button>
        <SearchBox text={filter.q} onSearch={search} inputRef={searchInput} />
        <TimeRangeControl range={filter} onChange={(range) => setFilter({ ...filter, ...range })} />
      </div>
      <div className={classes.notices}>
        <FilterChips filter={filter} onChange={setFilter} onClear={clearFilter} />
        <DroppedNotice problems={dropped} onForget={forgetDropped} />
        <FreshnessNotice freshness={freshness} />
        {list.liveError && (
          <Notice
            tone="danger"
            action={
              <RecoveryButton
                variant="default"
                size="compact-xs"
                error={list.liveError}
                onRetry={() => void list.retry()}
              />
            }
          >
            {t("outOfDate", { reason: errorText(list.liveError) })}
          </Notice>
        )}
      </div>
      <div className={classes.content}>
        <aside className={classes.facets} aria-label={t("filters")}>
          <a href="#events-table" className={classes.skip}>
            {t("skip")}
          </a>
          {!narrow && facets}
        </aside>
        <div ref={scroller} className={classes.scroller} id="events-table" tabIndex={-1}>
          <TimelinePanel
            view={view}
            ready={ready}
            onMeasure={(measure) => setView({ ...view, measure })}
            onRange={(range) => setFilter({ ...filter, ...range })}
          />
          <QueueRows
            list={list}
            view={view}
            onSort={setSort}
            filtered={narrowings > 0}
            onClear={clearFilter}
            scroller={scroller}
          />
        </div>
      </div>
      <Drawer
        opened={drawerOpen}
        onClose={drawer.close}
        title={t("filters")}
        size="sm"
        padding={0}
        classNames={{ header: classes.sheetHeader ?? "" }}
      >
        {narrow && facets}
      </Drawer>
    </div>
  );
}
