import { Skeleton } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./activity.module.css";

/** Holds the place of the entries while they are read. */
export function ActivitySkeleton() {
  const t = useTranslations("activity");
  return (
    <div className={classes.page} role="status" aria-label={t("reading")}>
      <Skeleton height={28} width={220} />
      <Skeleton height={52} radius="md" />
      <Skeleton height={480} radius="md" />
    </div>
  );
}
