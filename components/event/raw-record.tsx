import { useTranslations } from "next-intl";
import { TextViewer } from "@/components/ui/text-viewer";
import { MASK } from "@/lib/events/mask";
import { byteSize, formatBytes } from "@/lib/format/byte-size";
import { EventSection } from "./event-section";
import classes from "./raw-record.module.css";

/** The cloud's record, character by character; says so where secrets were taken out of it. */
export function RawRecord({ text }: { text: string }) {
  const t = useTranslations("event.raw");
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
