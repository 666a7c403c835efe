import { useTranslations } from "next-intl";
import { TextViewer } from "@/components/ui/text-viewer";
import { byteSize, formatBytes } from "@/lib/format/byte-size";
import { EventSection } from "./event-section";
import classes from "./raw-record.module.css";

/** The cloud's record, character by character. */
export function RawRecord({ text }: { text: string }) {
  const t = useTranslations("event.raw");
  return (
    <EventSection id="raw" title={t("title")} remark={t("remark", { size: formatBytes(byteSize(text)) })}>
      <details className={classes.details}>
        <summary>{t("show")}</summary>
        <TextViewer label={t("title")} text={text} />
      </details>
    </EventSection>
  );
}
