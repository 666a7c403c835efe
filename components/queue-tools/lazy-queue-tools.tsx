"use client";

import { useLocale } from "next-intl";
import type { ColumnLayoutState } from "@/components/events/use-column-layout";
import { AddedMessages } from "@/components/language/added-messages";
import english from "@/messages/en/queue-tools.json";
import chinese from "@/messages/zh/queue-tools.json";
import { ColumnsMenu } from "./columns-menu";
import { ExportMenu, type ExportMenuProps } from "./export-menu";
import { ViewsMenu, type ViewsMenuProps } from "./views-menu";

const MESSAGES = { en: { "queue-tools": english }, zh: { "queue-tools": chinese } };

type QueueToolsProps = ViewsMenuProps & { columns: ColumnLayoutState; exported: ExportMenuProps };

/** Saved views, exports and the table's columns, with their texts, loaded after the rows. */
export function LazyQueueTools({ columns, exported, ...views }: QueueToolsProps) {
  return (
    <AddedMessages messages={MESSAGES[useLocale()]}>
      <ViewsMenu {...views} />
      <ExportMenu {...exported} />
      <ColumnsMenu columns={columns} />
    </AddedMessages>
  );
}
