"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import classes from "./event-work.module.css";
import { useEventViewers } from "./use-event-viewers";

/** Who else has the event open, so that two people do not do the same work. Locks nothing. */
export function EventViewers({ eventId }: { eventId: string }) {
  const t = useTranslations("triage.viewers");
  const viewers = useEventViewers(eventId);
  return (
    <div role="status" className={viewers.length > 0 ? classes.viewers : undefined}>
      {viewers.length > 0 && (
        <>
          <Eye size={14} aria-hidden="true" />
          <span>{t("others", { count: viewers.length })}</span>
          <ul>
            {viewers.map(({ person, since }) => (
              <li key={person.id}>
                <InertText text={person.name ?? t("somebody")} />{" "}
                <span className={classes.quiet}>
                  {t.rich("since", { at: () => <InstantText instant={since} precision="minute" /> })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
