import { FoldableText } from "@/components/ui/foldable-text";
import { InstantText } from "@/components/ui/instant-text";
import type { HistoryItem } from "@/lib/api/event-detail";
import { HISTORY_ORIGIN_LABELS, statusLabel, WRITE_STATE_LABELS } from "@/lib/format/label";
import classes from "./status-history.module.css";

/** One status change. */
export function HistoryEntry({ item }: { item: HistoryItem }) {
  const { at, actor, from, to, note, reason, origin, writeState, raw } = item;
  return (
    <li className={classes.entry}>
      <div>
        {from !== null && (
          <>
            <FoldableText text={statusLabel(from)} />
            <span aria-hidden="true"> → </span>
            <span className="sr-only"> to </span>
          </>
        )}
        <strong>
          <FoldableText text={statusLabel(to)} />
        </strong>
      </div>
      <div className={classes.facts}>
        <FoldableText text={actor.name ?? actor.id} /> {HISTORY_ORIGIN_LABELS[origin]} ·{" "}
        <InstantText instant={at} />
      </div>
      {note && (
        <blockquote className={classes.note}>
          <FoldableText text={note} />
        </blockquote>
      )}
      {reason && (
        <div className={classes.facts}>
          Reason: <FoldableText text={reason} />
        </div>
      )}
      {writeState && (
        <div className={classes.write} data-state={writeState}>
          {WRITE_STATE_LABELS[writeState]}
        </div>
      )}
      {raw !== null && (
        <details className={classes.raw}>
          <summary>The cloud's record</summary>
          <pre>
            <FoldableText text={JSON.stringify(raw, null, 2)} />
          </pre>
        </details>
      )}
    </li>
  );
}
