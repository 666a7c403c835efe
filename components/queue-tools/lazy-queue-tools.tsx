"use client";

import { useLocale } from "next-intl";
import type { ColumnLayoutState } from "@/components/events/use-column-layout";
import { AddedMessages } from "@/components/language/added-messages";
import english from "@/messages/en/queue-tools.json";
import chinese from "@/messages/zh/queue-tools.json";
import { ColumnsMenu } from "./columns-menu";
import { ViewsMenu, type ViewsMenuProps } from "./views-menu";

const MESSAGES = { en: { "queue-tools": english }, zh: { "queue-tools": chinese } };

type QueueToolsProps = ViewsMenuProps & { columns: ColumnLayoutState };

/** Saved views and the table's columns, with their texts, loaded after the rows. */
export function LazyQueueTools({ columns, ...views }: QueueToolsProps) {
  return (
    <AddedMessages messages={MESSAGES[useLocale()]}>
      <ViewsMenu {...views} />
      <ColumnsMenu columns={columns} />
    </AddedMessages>
  );
}
