import { useTranslations } from "next-intl";
import type { SourceId } from "@/lib/events/source-id";
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
  const t = useTranslations("format.source");
  return (
    <span
      className={classes.label}
      title={connection ? `${t(source)} · ${visibleText(connection)}` : undefined}
    >
      <span>{t(source)}</span>
      {connection && !quiet && <InertText text={connection} className={classes.connection} />}
    </span>
  );
}
