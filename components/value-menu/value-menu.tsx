"use client";

import "@/components/layout/mantine-part-styles";
import { Menu } from "@mantine/core";
import { useClipboard, useMediaQuery } from "@mantine/hooks";
import { Brackets, Copy, Crosshair, Focus, Minus, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { attackerHref } from "@/components/attackers/attacker-href";
import { valueLabel } from "@/components/events/value-label";
import { InertText } from "@/components/ui/inert-text";
import type { FieldId } from "@/lib/events/fields";
import { withOnly, withValue } from "@/lib/events/filter-edits";
import type { EventFilter } from "@/lib/events/query";
import { defang } from "@/lib/format/defang";
import type { MenuValue } from "./menu-values";
import classes from "./value-menu.module.css";

export type ValueMenuProps = {
  values: readonly MenuValue[];
  /** Where the menu belongs, on the screen. */
  at: DOMRect;
  filter: EventFilter;
  onFilter: (filter: EventFilter) => void;
  onClose: () => void;
};

/** Values that identify somebody or something: they are copied, also defanged. */
const COPIED: readonly FieldId[] = ["attacker", "target", "type"];

/** What can be done with a value of an event: include it, leave it out, nothing but it, copy it. */
export function ValueMenu({ values, at, filter, onFilter, onClose }: ValueMenuProps) {
  const t = useTranslations("value-menu");
  const { left, top, width, height } = at;
  useFocusReturned();
  return (
    <Menu
      opened
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      // Within the page's landmarks, and not cut off by what scrolls.
      withinPortal={false}
      floatingStrategy="fixed"
      // What it belongs to is a place that stays: before its styles are there it would count as out of sight.
      hideDetached={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.place}
          style={{ position: "fixed", left, top, width: Math.min(width, 1), height }}
          aria-label={t("label")}
        />
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ""}>
        {values.map(({ field, value }) => (
          <ValueItems
            key={`${field} ${value}`}
            field={field}
            value={value}
            folded={values.length > 1}
            filter={filter}
            onFilter={onFilter}
          />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/**
 * Gives the focus back to what had it before the menu. Mantine's own way knows only menus that are there
 * before they are opened.
 */
function useFocusReturned() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Whoever closed it with a click on something else means that.
      const lost = document.activeElement === document.body;
      if (lost && before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
    [before],
  );
}

type ValueItemsProps = MenuValue & Pick<ValueMenuProps, "filter" | "onFilter"> & { folded: boolean };

/** One value's ways, in a menu of their own where there are several values. */
function ValueItems({ folded, ...props }: ValueItemsProps) {
  const format = useTranslations("format");
  const label = valueLabel(props.field, props.value, format);
  const name = (
    <span className={classes.value}>
      <span className={classes.field}>{format(`field.${props.field}`)}</span> <InertText clip text={label} />
    </span>
  );
  const [opened, setOpened] = useState(false);
  const narrow = useMediaQuery("(max-width: 48em)", false) ?? false;
  if (!folded) {
    return (
      <>
        <Menu.Label>{name}</Menu.Label>
        <Ways {...props} />
      </>
    );
  }
  return (
    <Menu.Sub
      opened={opened}
      onChange={setOpened}
      position={narrow ? "bottom-start" : "right-start"}
      floatingStrategy="fixed"
      transitionProps={{ duration: 0 }}
    >
      <Menu.Sub.Target>
        {/* By itself it opens for a pointer that hovers and for an arrow; a finger taps, and Enter means it too. */}
        <Menu.Sub.Item onClick={() => setOpened(true)}>{name}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        <Ways {...props} />
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

function Ways({ field, value, filter, onFilter }: Omit<ValueItemsProps, "folded">) {
  const t = useTranslations("value-menu");
  const clipboard = useClipboard();
  const page = field === "attacker" ? attackerHref(value) : null;
  return (
    <>
      <Menu.Item
        leftSection={<Plus size={14} aria-hidden="true" />}
        onClick={() => onFilter(withValue(filter, field, value, "included"))}
      >
        {t("include")}
      </Menu.Item>
      <Menu.Item
        leftSection={<Minus size={14} aria-hidden="true" />}
        onClick={() => onFilter(withValue(filter, field, value, "excluded"))}
      >
        {t("exclude")}
      </Menu.Item>
      <Menu.Item
        leftSection={<Focus size={14} aria-hidden="true" />}
        onClick={() => onFilter(withOnly(filter, field, value))}
      >
        {t("only")}
      </Menu.Item>
      {page && (
        <Menu.Item
          component={Link}
          href={page}
          prefetch={false}
          leftSection={<Crosshair size={14} aria-hidden="true" />}
        >
          {t("attackerPage")}
        </Menu.Item>
      )}
      {COPIED.includes(field) && (
        <>
          <Menu.Item
            leftSection={<Copy size={14} aria-hidden="true" />}
            onClick={() => clipboard.copy(value)}
          >
            {t("copy")}
          </Menu.Item>
          <Menu.Item
            leftSection={<Brackets size={14} aria-hidden="true" />}
            onClick={() => clipboard.copy(defang(value))}
          >
            {t("copyDefanged")}
          </Menu.Item>
        </>
      )}
    </>
  );
}
