import { useTranslations } from "next-intl";
import { useSentence } from "@/components/language/sentences";
import { FoldableText } from "@/components/ui/foldable-text";
import { InstantText } from "@/components/ui/instant-text";
import type { HistoryItem } from "@/lib/api/event-detail";
import { statusLabel, verdictLabel } from "@/lib/format/label";
import classes from "./status-history.module.css";
import { UndoChange } from "./undo-change";

/** One status change; the newest can be taken back. */
export function HistoryEntry({ item, newest }: { item: HistoryItem; newest: boolean }) {
  const { at, actor, from, to, note, reason, origin, writeState, message, raw } = item;
  const t = useTranslations("event.history");
  const kept = useTranslations("triage.decision");
  const format = useTranslations("format");
  const say = useSentence();
  return (
    <li className={classes.entry}>
      <div>
        {from !== null && from !== to && (
          <>
            <FoldableText text={statusLabel(from, format)} />
            <span aria-hidden="true"> → </span>
            <span className="sr-only">{t("to")}</span>
          </>
        )}
        <strong>
          <FoldableText text={statusLabel(to, format)} />
        </strong>
        {from === to && ` ${kept("kept")}`}
      </div>
      <div className={classes.facts}>
        <FoldableText text={actor.name ?? actor.id} /> {format(`historyOrigin.${origin}`)} ·{" "}
        <InstantText instant={at} />
      </div>
      {note && (
        <blockquote className={classes.note}>
          <FoldableText text={note} />
        </blockquote>
      )}
      {reason && (
        <div className={classes.facts}>
          {t.rich("reason", { text: () => <FoldableText text={verdictLabel(reason, format)} /> })}
        </div>
      )}
      {(writeState || message) && (
        <div className={classes.write} data-state={writeState ?? undefined}>
          {writeState && format(`writeState.${writeState}`)}
          {writeState && message && ": "}
          {message && <FoldableText text={say(message)} />}
        </div>
      )}
      {newest && item.changeId !== null && (
        <UndoChange changeId={item.changeId} events={item.changeEvents ?? 1} />
      )}
      {raw !== null && (
        <details className={classes.raw}>
          <summary>{t("record")}</summary>
          <pre>
            <FoldableText text={JSON.stringify(raw, null, 2)} />
          </pre>
        </details>
      )}
    </li>
  );
}
