import type { SourceId } from "@/lib/events/source-id";
import { SOURCE_LABELS } from "@/lib/format/label";
import { visibleText } from "@/lib/format/visible-text";
import { InertText } from "./inert-text";
import classes from "./source-label.module.css";

type SourceLabelProps = {
  source: SourceId;
  /** The id of the connection through which it was read, as a second, quieter word. */
  connection?: string;
  /** The connection only as the hover text. */
  quiet?: boolean;
};

/** The name of a source, and of the connection if there is one to tell. */
export function SourceLabel({ source, connection, quiet = false }: SourceLabelProps) {
  return (
    <span
      className={classes.label}
      title={connection ? `${SOURCE_LABELS[source]} · ${visibleText(connection)}` : undefined}
    >
      <span>{SOURCE_LABELS[source]}</span>
      {connection && !quiet && <InertText text={connection} className={classes.connection} />}
    </span>
  );
}
