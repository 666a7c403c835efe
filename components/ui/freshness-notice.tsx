import { useTranslations } from "next-intl";
import { useSentence } from "@/components/language/sentences";
import type { Freshness } from "@/lib/api/event-list";
import classes from "./freshness-notice.module.css";
import { InertText } from "./inert-text";
import { InstantText } from "./instant-text";
import { isOutdated } from "./is-outdated";
import { Notice } from "./notice";

/** Names the connections whose copy cannot be trusted, since when and why. Shows nothing while all is well. */
export function FreshnessNotice({ freshness }: { freshness: readonly Freshness[] }) {
  const t = useTranslations();
  const say = useSentence();
  const stale = freshness.filter(isOutdated);
  if (stale.length === 0) return null;
  const unread = stale.every(({ lastSuccessAt }) => lastSuccessAt === null);
  return (
    <Notice tone="warning">
      <span>{t(unread ? "ui.stale.unread" : "ui.stale.intro")}</span>
      <ul className={classes.list}>
        {stale.map((entry) => (
          <li key={`${entry.connection} ${entry.source}`}>
            <strong>
              <InertText text={entry.connection} /> · {t(`format.source.${entry.source}`)}
            </strong>{" "}
            <Since {...entry} />
            {entry.reason && (
              <>
                {": "}
                <InertText text={say(entry.reason)} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Since({ failingSince, lastSuccessAt }: Pick<Freshness, "failingSince" | "lastSuccessAt">) {
  const t = useTranslations("ui.stale");
  return (
    <>
      {failingSince ? t.rich("failing", { at: () => <InstantText instant={failingSince} /> }) : t("behind")}
      {lastSuccessAt
        ? t.rich("lastRead", { at: () => <InstantText instant={lastSuccessAt} /> })
        : t("neverRead")}
    </>
  );
}
