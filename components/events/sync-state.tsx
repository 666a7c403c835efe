import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Freshness } from "@/lib/api/event-list";
import { describeSync } from "./describe-sync";
import classes from "./queue.module.css";

type SyncStateProps = {
  freshness: readonly Freshness[];
  /** The server does not tell any more how current they are. */
  failed: boolean;
};

/** Leads to the sources page, where the whole story is. */
export function SyncState({ freshness, failed }: SyncStateProps) {
  const { tone, text } = describeSync(freshness, failed, useTranslations("events"));
  return (
    <Link href="/sources" prefetch={false} className={classes.sync} data-tone={tone}>
      <span className={classes.dot} aria-hidden="true" />
      {text}
    </Link>
  );
}
