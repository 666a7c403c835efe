"use client";

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import type { ActivityVerification } from "@/lib/api/activity";
import classes from "./activity.module.css";
import { verifyRecord } from "./activity-queries";

/** Has the chain of entries proved, and says what came of it. */
export function RecordCheck() {
  const t = useTranslations("activity.check");
  const errorText = useErrorText();
  const { data, error, isPending, mutate } = useMutation({ mutationFn: verifyRecord });
  return (
    <>
      <Button
        variant="default"
        loading={isPending}
        leftSection={<ShieldCheck size={14} aria-hidden="true" />}
        onClick={() => mutate()}
      >
        {t("button")}
      </Button>
      <div className={classes.verdict}>
        {error && (
          <Notice tone="danger">
            {t.rich("failed", { reason: () => <InertText text={errorText(error)} /> })}
          </Notice>
        )}
        {data && <Verdict {...data} />}
      </div>
    </>
  );
}

function Verdict({ intact, entries, checkedAt, broken }: ActivityVerification) {
  const t = useTranslations("activity.check");
  const at = () => <InstantText instant={checkedAt} />;
  if (intact || broken === null)
    return <Notice tone="info">{t.rich("intact", { count: entries, at })}</Notice>;
  const reason = () => <InertText text={`${broken.reason} `} />;
  const { id, at: entryAt } = broken;
  if (id === null) return <Notice tone="danger">{t.rich("brokenEnd", { reason, at })}</Notice>;
  return (
    <Notice tone="danger">
      {entryAt === null
        ? t.rich("broken", { id: String(id), reason, at })
        : t.rich("brokenAt", {
            id: String(id),
            entryAt: () => <InstantText instant={entryAt} />,
            reason,
            at,
          })}
    </Notice>
  );
}
