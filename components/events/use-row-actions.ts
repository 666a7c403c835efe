"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useEffectEvent } from "react";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import type { RowKeys } from "@/components/table/use-row-keys";
import { useEarlyInput } from "@/components/ui/use-early-input";
import type { SecurityEvent } from "@/lib/events/event";
import { eventHref } from "./event-href";
import type { RowChange } from "./row-change";

/** Where a menu of values belongs: a cell, or a whole row where `column` is null. */
export type MenuPlace = {
  readonly event: SecurityEvent;
  readonly column: string | null;
  readonly at: DOMRect;
};

/** What can be done to rows, and what is to be seen on them. */
export type RowActions = {
  readonly openId: string | null;
  readonly open: (id: string) => void;
  readonly selectedIds: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly extendTo: (id: string) => void;
  readonly selectLoaded: () => void;
  readonly showMenu: (place: MenuPlace) => void;
  /** What has changed about a row since it is shown. */
  readonly changes: ReadonlyMap<string, RowChange>;
};

type RowActionsOptions = RowKeys & {
  rows: readonly SecurityEvent[];
  actions: RowActions;
  container: RefObject<HTMLElement | null>;
};

/** Controls of a row that a click means by themselves. */
const CONTROLS = "a, button, input, label";

/** Keys and mouse on rows: one set of listeners for all of them. */
export function useRowActions({ rows, actions, container, focusedIndex, move }: RowActionsOptions): void {
  const router = useRouter();
  const focused = () => rows[focusedIndex() ?? -1];
  const onRow = { enabled: rows.length > 0, when: () => focused() !== undefined };
  const withFocused = (run: (event: SecurityEvent) => void) => () => {
    const event = focused();
    if (event) run(event);
  };
  useShortcut(
    "open",
    withFocused(({ id }) => router.push(eventHref(id))),
    onRow,
  );
  useShortcut(
    "openPanel",
    withFocused(({ id }) => actions.open(id)),
    onRow,
  );
  useShortcut(
    "select",
    withFocused(({ id }) => actions.toggle(id)),
    onRow,
  );
  useShortcut(
    "selectRange",
    withFocused(({ id }) => actions.extendTo(id)),
    onRow,
  );
  useShortcut("selectAll", actions.selectLoaded, { enabled: rows.length > 0 });
  const extend = (step: number) => () => {
    const start = focused();
    if (start && !actions.selectedIds.has(start.id)) actions.toggle(start.id);
    const next = rows[move(step)];
    if (next) actions.extendTo(next.id);
  };
  useShortcut("extendDown", extend(1), onRow);
  useShortcut("extendUp", extend(-1), onRow);
  useShortcut(
    "filter",
    withFocused((event) => {
      const row = container.current?.querySelector(`[data-index="${focusedIndex()}"]`);
      if (row) actions.showMenu({ event, column: null, at: row.getBoundingClientRect() });
    }),
    onRow,
  );

  const eventAt = (target: EventTarget | null) => {
    const row = target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;
    return rows[Number(row?.dataset.index ?? -1)];
  };
  const onClick = useEffectEvent((click: MouseEvent) => {
    const event = eventAt(click.target);
    if (!event || !(click.target instanceof Element)) return;
    if (click.target.closest("input[type=checkbox]")) {
      if (click.shiftKey) actions.extendTo(event.id);
      else actions.toggle(event.id);
    } else if (click.target.closest("[data-open-beside]")) actions.open(event.id);
    else if (click.target.closest("[data-row-menu]")) {
      actions.showMenu({ event, column: null, at: click.target.getBoundingClientRect() });
    } else if (!click.target.closest(CONTROLS) && window.getSelection()?.isCollapsed) actions.open(event.id);
  });
  const onContextMenu = useEffectEvent((click: MouseEvent) => {
    const event = eventAt(click.target);
    const cell = click.target instanceof Element ? click.target.closest<HTMLElement>("[data-column]") : null;
    if (!event || !cell) return;
    click.preventDefault();
    actions.showMenu({ event, column: cell.dataset.column ?? null, at: cell.getBoundingClientRect() });
  });
  useEarlyInput(container, (element) => {
    for (const box of element.querySelectorAll("input[type=checkbox]:checked")) {
      const event = eventAt(box);
      if (event && !actions.selectedIds.has(event.id)) actions.toggle(event.id);
    }
  });
  useEffect(() => {
    const element = container.current;
    const click = (event: MouseEvent) => onClick(event);
    const menu = (event: MouseEvent) => onContextMenu(event);
    element?.addEventListener("click", click);
    element?.addEventListener("contextmenu", menu);
    return () => {
      element?.removeEventListener("click", click);
      element?.removeEventListener("contextmenu", menu);
    };
  }, [container]);
}
