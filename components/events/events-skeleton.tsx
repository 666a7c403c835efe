import { Skeleton } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./queue.module.css";

const ROWS = Array.from({ length: 14 }, (_, index) => index);

/** Holds the place of the rows while they are read. */
export function EventsSkeleton() {
  const t = useTranslations("events");
  return (
    <div className={classes.skeleton} role="status" aria-label={t("reading")}>
      {ROWS.map((row) => (
        <div key={row} className={classes.skeletonRow}>
          <Skeleton height={10} width={64} />
          <Skeleton height={10} width={80} />
          <Skeleton height={10} width={120} />
          <Skeleton height={10} width={`${28 + ((row * 7) % 20)}%`} />
          <Skeleton height={10} width={110} />
        </div>
      ))}
    </div>
  );
}
