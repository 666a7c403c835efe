import type { Freshness } from "@/lib/api/event-list";
import { SOURCE_LABELS } from "@/lib/format/label";
import classes from "./freshness-notice.module.css";
import { InertText } from "./inert-text";
import { InstantText } from "./instant-text";
import { Notice } from "./notice";

/** Names the connections whose copy cannot be trusted, since when and why. Shows nothing while all is well. */
export function FreshnessNotice({ freshness }: { freshness: readonly Freshness[] }) {
  const stale = freshness.filter(({ state }) => state === "stale");
  if (stale.length === 0) return null;
  return (
    <Notice tone="warning">
      <span>Newer events may be missing. What you see comes from the last successful read.</span>
      <ul className={classes.list}>
        {stale.map((entry) => (
          <li key={`${entry.connection} ${entry.source}`}>
            <strong>
              <InertText text={entry.connection} /> · {SOURCE_LABELS[entry.source]}
            </strong>{" "}
            <Since {...entry} />
            {entry.reason && (
              <>
                {": "}
                <InertText text={entry.reason} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Since({ failingSince, lastSuccessAt }: Pick<Freshness, "failingSince" | "lastSuccessAt">) {
  return (
    <>
      {failingSince ? (
        <>
          has failed since <InstantText instant={failingSince} />
        </>
      ) : (
        "is behind"
      )}
      {lastSuccessAt ? (
        <>
          , last read <InstantText instant={lastSuccessAt} />
        </>
      ) : (
        ", never read"
      )}
    </>
  );
}
