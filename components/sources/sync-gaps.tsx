import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import type { SourceSync } from "@/lib/api/source-list";
import { formatCount, formatQuantity } from "@/lib/format/count";
import classes from "./sync-gaps.module.css";

/** Records that the cloud announced and did not deliver. */
export function SyncGaps({ gaps }: { gaps: SourceSync["gaps"] }) {
  if (gaps.length === 0) return null;
  return (
    <details className={classes.gaps}>
      <summary>
        {formatQuantity(gaps.length, "gap")}: the cloud announced more records than it delivered
      </summary>
      <p>
        Every page was read. Either the records vanished while they were read, or the cloud's total is wrong.
        Later runs read these times again.
      </p>
      <ul>
        {gaps.map(({ from, to, list, announced, received, notedAt }) => (
          <li key={`${list} ${from} ${to} ${notedAt}`}>
            <InstantText instant={from} precision="minute" /> to{" "}
            <InstantText instant={to} precision="minute" />, list <InertText text={list} />: announced{" "}
            {formatCount(announced)}, received {formatCount(received)}
            {"; "}noted <InstantText instant={notedAt} precision="minute" />
          </li>
        ))}
      </ul>
    </details>
  );
}
