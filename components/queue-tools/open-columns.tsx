"use client";

import "@/components/layout/mantine-part-styles";
import { Button, Popover, SegmentedControl } from "@mantine/core";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { hiddenColumns, orderedColumns, placeColumn, showColumn } from "@/components/events/column-layout";
import type { ColumnLayoutState } from "@/components/events/use-column-layout";
import { SmallIconButton } from "@/components/ui/small-icon-button";
import { useOpenOnArrival } from "@/components/ui/use-open-on-arrival";
import { DENSITIES } from "@/lib/api/preference-choices";
import { ColumnsButton } from "./columns-button";
import { POPOVER_WIDTH } from "./popover-width";
import classes from "./queue-tools.module.css";

/** Pixels by which a press of a button changes a width. */
const STEP = 20;
const NARROWEST = 40;
/** A column that was never resized is as wide as it happens to be: about this, in pixels. */
const USUAL = 120;

/** Which columns are shown, in which order and width, and how high rows are; all of it by keyboard. */
export function OpenColumns({ columns }: { columns: ColumnLayoutState }) {
  const t = useTranslations("queue-tools.columns");
  const names = useTranslations("events.columns");
  const { layout, density, editLayout, setDensity, resize, reset, saveError } = columns;
  const ordered = orderedColumns(layout);
  const hidden = hiddenColumns(layout);
  const { target, opened, setOpened } = useOpenOnArrival();

  function move(index: number, step: -1 | 1) {
    const [moved, other] = [ordered[index], ordered[index + step]];
    if (moved && other) editLayout(placeColumn(moved.id, step < 0 ? "before" : "after", other.id));
  }

  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={POPOVER_WIDTH}
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <ColumnsButton ref={target} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={t("label")}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t("density")}
          value={density}
          onChange={setDensity}
          data={DENSITIES.map((value) => ({ value, label: t(value) }))}
        />
        <ol className={classes.list}>
          {ordered.map(({ id, width }, index) => (
            <li key={id} className={classes.entry}>
              <label className={classes.name}>
                <input
                  type="checkbox"
                  checked={!hidden.includes(id)}
                  disabled={id === "type"}
                  onChange={(change) => editLayout(showColumn(id, change.currentTarget.checked))}
                />
                {names(id)}
              </label>
              <SmallIconButton
                size="sm"
                label={t("narrower", { column: names(id) })}
                onClick={() => resize(id, Math.max((width ?? USUAL) - STEP, NARROWEST))}
              >
                −
              </SmallIconButton>
              <SmallIconButton
                size="sm"
                label={t("wider", { column: names(id) })}
                onClick={() => resize(id, (width ?? USUAL) + STEP)}
              >
                +
              </SmallIconButton>
              <SmallIconButton
                size="sm"
                label={t("earlier", { column: names(id) })}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <ArrowUp size={13} aria-hidden="true" />
              </SmallIconButton>
              <SmallIconButton
                size="sm"
                label={t("later", { column: names(id) })}
                disabled={index === ordered.length - 1}
                onClick={() => move(index, 1)}
              >
                <ArrowDown size={13} aria-hidden="true" />
              </SmallIconButton>
            </li>
          ))}
        </ol>
        {saveError && (
          <p role="alert" className={classes.failed}>
            {t("failed", { reason: saveError.message })}
          </p>
        )}
        <Button variant="subtle" size="compact-xs" onClick={reset}>
          {t("reset")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
