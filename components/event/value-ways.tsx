"use client";

import { ActionIcon } from "@mantine/core";
import { ListFilter } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { orNothing } from "@/components/ui/load-part";
import type { MenuValue } from "@/components/value-menu/menu-values";
import { truncate, visibleText } from "@/lib/format/visible-text";
import { useValueFilter } from "./value-filter";
import classes from "./value-ways.module.css";

const LazyValueMenu = dynamic(
  orNothing(() => import("@/components/value-menu/lazy-value-menu").then((module) => module.LazyValueMenu)),
  { ssr: false },
);

/** Enough of a value to tell two buttons apart. */
const MAX_NAME = 60;

/** Opens the menu of a value: include it, exclude it, nothing but it, copy it. */
export function ValueWays({ field, value, label = value }: MenuValue & { label?: string }) {
  const t = useTranslations("event.ways");
  const narrowed = useValueFilter();
  const button = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<DOMRect | null>(null);
  if (narrowed === null || value.trim() === "") return null;
  const name = t("open", { value: truncate(visibleText(label), MAX_NAME) });
  return (
    <span className={classes.ways}>
      <ActionIcon
        ref={button}
        variant="subtle"
        color="gray"
        size="sm"
        title={name}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={() => setAt(button.current?.getBoundingClientRect() ?? null)}
      >
        <ListFilter size={14} aria-hidden="true" />
      </ActionIcon>
      {at && <LazyValueMenu values={[{ field, value }]} at={at} {...narrowed} onClose={() => setAt(null)} />}
    </span>
  );
}
