import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { BrandMark } from "./brand-mark";
import classes from "./not-found-panel.module.css";

/** What an address without a page shows. */
export function NotFoundPanel() {
  const t = useTranslations("layout.notFound");
  const common = useTranslations("ui");
  return (
    <main className={classes.page}>
      <BrandMark size={32} />
      <h1 className="sr-only">{common("notFound")}</h1>
      <EmptyState
        title={t("title")}
        action={
          <a href="/events" className={classes.action}>
            {t("action")}
          </a>
        }
      >
        {t("reason")}
      </EmptyState>
    </main>
  );
}
