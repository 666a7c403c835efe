"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import { useMayWork, useSignedIn } from "@/components/layout/signed-in";
import { AssignMenu } from "@/components/triage/assign-menu";
import { InertText } from "@/components/ui/inert-text";
import { useErrorText } from "@/components/ui/use-error-text";
import type { SecurityEvent } from "@/lib/events/event";
import classes from "./event-work.module.css";
import { useAssignment } from "./use-assignment";

/** Who has the event; claims it or lets it go. Somebody who came first is named, and can be replaced. */
export function AssigneeControl({ event }: { event: Pick<SecurityEvent, "id" | "assignee"> }) {
  const t = useTranslations("event.work");
  const format = useTranslations("format");
  const errorText = useErrorText();
  const me = useSignedIn().name;
  const mayWork = useMayWork();
  const { mutate, data, error, isPending } = useAssignment(event.id);
  const { assignee } = event;
  const mine = assignee === me;
  const claim = () => mutate({ assignee: "me", seen: assignee });
  useShortcut("assignToMe", claim, { enabled: mayWork && !mine && !isPending });
  return (
    <div className={classes.row}>
      <span className={classes.label}>{format("field.assignee")}</span>
      {assignee === null ? (
        <span className={classes.quiet}>{t("nobody")}</span>
      ) : (
        <span data-assignee>
          <InertText text={assignee} /> {mine && t("you")}
        </span>
      )}
      {!mine && (
        <Button variant="default" size="compact-xs" disabled={!mayWork} loading={isPending} onClick={claim}>
          {assignee === null ? t("assignToMe") : t("takeOver")}
        </Button>
      )}
      <AssignMenu
        assignee={assignee}
        disabled={!mayWork || isPending}
        onAssign={(name) => mutate({ assignee: name, seen: assignee })}
      />
      {assignee !== null && (
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={!mayWork || isPending}
          onClick={() => mutate({ assignee: null, seen: assignee })}
        >
          {t("unassign")}
        </Button>
      )}
      {data?.outcome === "conflict" && (
        <span role="alert" className={classes.warning}>
          {assignee === null ? t("cameFirstNobody") : t("cameFirst", { who: assignee })}
        </span>
      )}
      {error && (
        <span role="alert" className={classes.warning}>
          {t("assignFailed", { reason: errorText(error) })}
        </span>
      )}
    </div>
  );
}
