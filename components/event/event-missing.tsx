"use client";

import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { NotFoundState } from "@/components/ui/not-found-state";

/** No event at this address: what people did with one that was removed is still in the activity. */
export function EventMissing() {
  const t = useTranslations("layout.missing.event");
  const { eventId } = useParams<{ eventId: string }>();
  return (
    <NotFoundState
      title={t("title")}
      reason={t("reason")}
      list={{ href: "/events", label: t("list") }}
      trace={{ href: `/activity?subject=${eventId}`, label: t("trace") }}
    />
  );
}
