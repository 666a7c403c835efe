"use client";

import { Link as LinkIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { FoldableText } from "@/components/ui/foldable-text";
import { InertText } from "@/components/ui/inert-text";
import type { SecurityEvent } from "@/lib/events/event";
import classes from "./event-header.module.css";

/** The event's ids and its address, to be pasted elsewhere. */
export function EventCopies({
  event: { id, upstreamId },
}: {
  event: Pick<SecurityEvent, "id" | "upstreamId">;
}) {
  const t = useTranslations("event.copies");
  const path = `/events/${encodeURIComponent(id)}`;
  const [link, setLink] = useState(path);
  // Only the browser knows under which address the console is reached.
  useEffect(() => setLink(new URL(path, window.location.origin).href), [path]);
  return (
    <div className={classes.copies}>
      <span className={classes.copied}>
        <span className={classes.quiet}>{t("id")}</span>
        <InertText text={id} mono />
        <CopyButton value={id} label={t("copyId")} />
        <CopyButton value={link} label={t("copyLink")} icon={LinkIcon} />
      </span>
      {upstreamId && (
        <span className={classes.copied}>
          <span className={classes.quiet}>{t("cloudId")}</span>
          <FoldableText text={upstreamId} mono />
          <CopyButton value={upstreamId} label={t("copyCloudId")} />
        </span>
      )}
    </div>
  );
}
