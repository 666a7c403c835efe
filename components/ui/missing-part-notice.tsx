"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMissingPart } from "./load-part";
import classes from "./missing-part-notice.module.css";
import { Notice } from "./notice";

/** Says that something which was asked for could not be loaded. All else stays; a reload finds it as it is. */
export function MissingPartNotice() {
  const t = useTranslations("ui.missingPart");
  if (!useMissingPart()) return null;
  return (
    <div className={classes.place}>
      <Notice
        tone="danger"
        action={
          <Button variant="default" size="compact-sm" onClick={() => window.location.reload()}>
            {t("reload")}
          </Button>
        }
      >
        {t("text")}
      </Notice>
    </div>
  );
}
