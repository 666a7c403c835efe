"use client";

import { useLocale } from "next-intl";
import { AddedMessages } from "@/components/language/added-messages";
import type { SecurityEvent } from "@/lib/events/event";
import english from "@/messages/en/value-menu.json";
import chinese from "@/messages/zh/value-menu.json";
import { menuValues } from "./menu-values";
import { ValueMenu, type ValueMenuProps } from "./value-menu";

const MESSAGES = { en: { "value-menu": english }, zh: { "value-menu": chinese } };

/** The menu with its texts, loaded when it is asked for. */
export function LazyValueMenu(props: ValueMenuProps) {
  return (
    <AddedMessages messages={MESSAGES[useLocale()]}>
      <ValueMenu {...props} />
    </AddedMessages>
  );
}

type LazyCellMenuProps = Pick<ValueMenuProps, "filter" | "onFilter" | "onClose"> & {
  /** A cell of an event's row, or the whole row where `column` is null. */
  place: { readonly event: SecurityEvent; readonly column: string | null; readonly at: DOMRect };
};

/** The menu of a cell's values. */
export function LazyCellMenu({ place: { event, column, at }, ...props }: LazyCellMenuProps) {
  return <LazyValueMenu values={menuValues(event, column)} at={at} {...props} />;
}
