import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Freshness } from "@/lib/api/event-list";
import { describeSync } from "./describe-sync";
import classes from "./queue.module.css";

/** Leads to the sources page, where the whole story is. */
export function SyncState({ freshness }: { freshness: readonly Freshness[] }) {
  const { tone, text } = describeSync(freshness, useTranslations("events"));
  return (
    <Link href="/sources" prefetch={false} className={classes.sync} data-tone={tone}>
      <span className={classes.dot} aria-hidden="true" />
      {text}
    </Link>
  );
}
