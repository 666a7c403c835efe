import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { TextViewer } from "@/components/ui/text-viewer";
import { MASK } from "@/lib/events/mask";
import { byteSize, formatBytes } from "@/lib/format/byte-size";
import { EventSection } from "./event-section";
import classes from "./raw-record.module.css";

/**
 * The cloud's record, character by character; says so where secrets were taken out of it.
 * @param text null where it could not be read.
 */
export function RawRecord({ text }: { text: string | null }) {
  const t = useTranslations("event.raw");
  if (text === null) {
    return (
      <EventSection id="raw" title={t("title")}>
        <Notice tone="danger">{t("failed")}</Notice>
      </EventSection>
    );
  }
  const masked = text.includes(MASK);
  const size = formatBytes(byteSize(text));
  return (
    <EventSection id="raw" title={t("title")} remark={t(masked ? "remarkMasked" : "remark", { size })}>
      <details className={classes.details}>
        <summary>{t("show")}</summary>
        <TextViewer label={t("title")} text={text} masked={masked} />
      </details>
    </EventSection>
  );
}
