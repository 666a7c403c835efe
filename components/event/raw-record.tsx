import { TextViewer } from "@/components/ui/text-viewer";
import { byteSize, formatBytes } from "@/lib/format/byte-size";
import { EventSection } from "./event-section";
import classes from "./raw-record.module.css";

/** The cloud's record, character by character. */
export function RawRecord({ text }: { text: string }) {
  return (
    <EventSection id="raw" title="Raw record" remark={`${formatBytes(byteSize(text))} of JSON, as it came`}>
      <details className={classes.details}>
        <summary>Show the record</summary>
        <TextViewer label="Raw record" text={text} />
      </details>
    </EventSection>
  );
}
