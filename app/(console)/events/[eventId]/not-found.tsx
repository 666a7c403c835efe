import { useTranslations } from "next-intl";
import { NotFoundState } from "@/components/ui/not-found-state";

export default function EventNotFound() {
  const t = useTranslations("layout.missing.event");
  return (
    <NotFoundState title={t("title")} reason={t("reason")} list={{ href: "/events", label: t("list") }} />
  );
}
