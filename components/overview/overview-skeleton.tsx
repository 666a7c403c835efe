import { Skeleton } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./overview-page.module.css";

/** Holds the place of the figures while they are read. */
export function OverviewSkeleton() {
  const t = useTranslations("overview");
  return (
    <div className={classes.page} role="status" aria-label={t("reading")}>
      <Skeleton height={28} width={220} />
      <Skeleton height={100} radius="md" />
      <Skeleton height={250} radius="md" />
      <Skeleton height={300} radius="md" />
    </div>
  );
}
