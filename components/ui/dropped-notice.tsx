"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/language/sentences";
import type { QueryProblem } from "@/lib/events/query";
import { InertText } from "./inert-text";
import { Notice } from "./notice";

type DroppedNoticeProps = { problems: readonly QueryProblem[]; onForget: () => void };

/** Says which parts of the link were not understood and left out. */
export function DroppedNotice({ problems, onForget }: DroppedNoticeProps) {
  const t = useTranslations("ui.dropped");
  const say = useSentence();
  if (problems.length === 0) return null;
  return (
    <Notice
      tone="warning"
      action={
        <Button variant="default" size="compact-xs" onClick={onForget}>
          {t("dismiss")}
        </Button>
      }
    >
      {t("intro")}{" "}
      {problems.map(({ field, message }, index) => (
        <span key={`${field} ${message}`}>
          {index > 0 && " "}
          <strong>
            <InertText text={field} />
          </strong>
          {": "}
          <InertText text={say(message)} />
        </span>
      ))}
    </Notice>
  );
}
