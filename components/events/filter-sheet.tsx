"use client";

import "@/components/layout/mantine-part-styles";
import { Drawer } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./queue.module.css";

type FilterSheetProps = { opened: boolean; onClose: () => void; children: ReactNode };

/** The filters on a narrow screen, over the rows. */
export function FilterSheet({ opened, onClose, children }: FilterSheetProps) {
  const t = useTranslations("events");
  // A dialog gives the focus back only if it was there, closed, before it opened.
  const mounted = useMounted();
  return (
    <Drawer
      opened={opened && mounted}
      onClose={onClose}
      title={t("filters")}
      size="sm"
      padding={0}
      classNames={{ header: classes.sheetHeader ?? "" }}
      closeButtonProps={{ "aria-label": t("closeFilters") }}
    >
      {children}
    </Drawer>
  );
}
