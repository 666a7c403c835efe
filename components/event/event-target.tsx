import { CopyValue } from "@/components/ui/copy-value";
import { FoldableText } from "@/components/ui/foldable-text";
import type { Target } from "@/lib/events/event";
import { EventSection } from "./event-section";
import classes from "./event-target.module.css";

/** What was attacked; each value can be copied, plain or defanged. */
export function EventTarget({ target }: { target: Target }) {
  const { host, path, server, addresses, resource, region } = target;
  const rows = [
    { label: "Host", value: host },
    { label: "Path", value: path },
    { label: "Server", value: server },
    ...addresses.map((value) => ({ label: "Address", value })),
    { label: "Resource", value: resource },
    { label: "Region", value: region },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
  return (
    <EventSection id="target" title="Target">
      {rows.length === 0 && <p className={classes.none}>The product names no target.</p>}
      <dl className={classes.target}>
        {rows.map(({ label, value }) => (
          <div key={`${label} ${value}`} className={classes.row}>
            <dt>{label}</dt>
            <dd>
              <span className={classes.value}>
                <FoldableText text={value} mono />
              </span>
              <CopyValue value={value} what="target" />
            </dd>
          </div>
        ))}
      </dl>
    </EventSection>
  );
}
