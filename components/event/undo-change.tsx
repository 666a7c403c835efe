"use client";

import { Button, Portal } from "@mantine/core";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMayWork } from "@/components/layout/signed-in";
import { StatusAnswer } from "@/components/triage/status-answer";
import { useStatusChange } from "@/components/triage/use-status-change";
import classes from "./status-history.module.css";

type UndoChangeProps = {
  changeId: string;
  /** Every event that the change has changed gets its own earlier status back. */
  events: number;
};

/** Takes a change back, at any time: it is written to the clouds as a change of its own. */
export function UndoChange({ changeId, events }: UndoChangeProps) {
  const t = useTranslations("triage.status");
  const mayWork = useMayWork();
  const triage = useStatusChange();
  return (
    <>
      <Button
        className={classes.undo ?? ""}
        variant="subtle"
        size="compact-xs"
        leftSection={<Undo2 size={13} aria-hidden="true" />}
        disabled={!mayWork}
        loading={triage.pending}
        onClick={() => triage.undo(changeId)}
      >
        {t("undoChange", { count: events })}
      </Button>
      <Portal>
        <StatusAnswer triage={triage} />
      </Portal>
    </>
  );
}
