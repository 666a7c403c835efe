import Link from "next/link";
import { useTranslations } from "next-intl";
import { TABLE_ROLES } from "@/components/table/table-roles";
import { FoldableText } from "@/components/ui/foldable-text";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { SourceLabel } from "@/components/ui/source-label";
import type { ActivityItem } from "@/lib/api/activity";
import { verdictLabel } from "@/lib/format/label";
import classes from "./activity.module.css";
import { activityFacts } from "./activity-facts";
import { ActivityRecord } from "./activity-record";
import { useValueWord } from "./use-value-word";

/** One entry in words. */
export function ActivityRow({ item }: { item: ActivityItem }) {
  const t = useTranslations("activity");
  const format = useTranslations("format");
  const { note, reason, object, bulk, origin } = activityFacts(item);
  return (
    <tr {...TABLE_ROLES.row}>
      <td {...TABLE_ROLES.cell}>
        <InstantText instant={item.at} />
      </td>
      <td {...TABLE_ROLES.cell}>
        <ActorName actor={item.actor} />
      </td>
      <td {...TABLE_ROLES.cell}>{t(`action.${item.action}`)}</td>
      <td {...TABLE_ROLES.cell}>
        <EventLink item={item} />
        {object !== null && <FoldableText text={object} />}
        {bulk !== null && t(`bulk.${bulk.kind}`, { count: bulk.total })}
      </td>
      <td {...TABLE_ROLES.cell} className={classes.wide}>
        <Change item={item} />
      </td>
      <td {...TABLE_ROLES.cell} className={`${classes.note} ${classes.wide}`}>
        {note !== null && <FoldableText text={note} />}
        {reason !== null && (
          <div className={classes.quiet}>
            {t.rich("table.reason", { text: () => <FoldableText text={verdictLabel(reason, format)} /> })}
          </div>
        )}
      </td>
      <td {...TABLE_ROLES.cell}>
        {origin !== null && t(`origin.${origin}`)}
        <ActivityRecord item={item} />
      </td>
    </tr>
  );
}

function ActorName({ actor: { kind, id, name } }: Pick<ActivityItem, "actor">) {
  const t = useTranslations("activity.table");
  if (kind === "system") return t("system");
  const known = name ?? id;
  return (
    <>
      {known !== null && <FoldableText text={known} />}
      {kind !== "user" && (
        <span className={classes.quiet}> {t(kind === "cloud-user" ? "cloudUser" : "anonymous")}</span>
      )}
    </>
  );
}

function EventLink({ item: { source, subject } }: { item: ActivityItem }) {
  const t = useTranslations("activity.table");
  const format = useTranslations("format.source");
  if (source === null) return null;
  if (subject === null) return <SourceLabel source={source} />;
  return (
    <Link
      href={`/events/${encodeURIComponent(subject)}`}
      prefetch={false}
      aria-label={t("event", { id: subject, source: format(source) })}
      className={classes.event}
    >
      <SourceLabel source={source} /> <InertText mono clip text={subject} className={classes.id} />
    </Link>
  );
}

function Change({ item }: { item: ActivityItem }) {
  const t = useTranslations("activity.table");
  const word = useValueWord(item.action);
  const { from, to } = item;
  if (from === null && to === null) return null;
  return (
    <>
      <FoldableText text={from === null ? t("empty") : word(from)} />
      <span aria-hidden="true"> → </span>
      <span className="sr-only">{t("to")}</span>
      <strong>
        <FoldableText text={to === null ? t("empty") : word(to)} />
      </strong>
    </>
  );
}
