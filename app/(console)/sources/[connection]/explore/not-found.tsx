import { useTranslations } from "next-intl";
import { NotFoundState } from "@/components/ui/not-found-state";

export default function ConnectionNotFound() {
  const t = useTranslations("layout.missing.connection");
  return (
    <NotFoundState title={t("title")} reason={t("reason")} list={{ href: "/sources", label: t("list") }} />
  );
}
