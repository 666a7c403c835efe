import { z } from "zod";
import { FoldableText } from "@/components/ui/foldable-text";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { TextViewer } from "@/components/ui/text-viewer";
import type { LiveFacet } from "@/lib/api/event-detail";
import { truncate } from "@/lib/format/visible-text";
import { facetLabel } from "./live-facet-names";
import classes from "./live-facets.module.css";

/** A facet's name is the cloud's; the documented ones are much shorter. */
const MAX_NAME = 80;
/** More does not fit on one line. */
const MAX_PREVIEW = 160;

/** A packet, with its hexadecimal members also as text. */
const packetSchema = z.object({
  decoded: z.object({ Payload: z.string().nullable(), ParsedContent: z.string().nullable() }),
});

/** One facet: its state in words, a glimpse of its value, and all of it when opened. */
export function LiveFacetRow({ facet }: { facet: LiveFacet }) {
  const { name, state, value } = facet;
  const label = facetLabel(truncate(name, MAX_NAME));
  return (
    <details className={classes.facet}>
      <summary className={classes.summary}>
        <InertText text={label} className={classes.name ?? ""} />
        <span className={classes.state} data-state={state}>
          <FacetState facet={facet} />
        </span>
        {value !== null && (
          <InertText
            mono
            clip
            text={truncate(JSON.stringify(value), MAX_PREVIEW)}
            className={classes.preview ?? ""}
          />
        )}
      </summary>
      {value === null ? (
        <p className={classes.none}>
          {state === "unavailable" ? "No copy of it is kept." : "The cloud sent an empty value."}
        </p>
      ) : (
        <FacetValue label={`Live ${label}`} value={value} />
      )}
    </details>
  );
}

function FacetValue({ label, value }: { label: string; value: LiveFacet["value"] }) {
  const packet = packetSchema.safeParse(value).data?.decoded;
  return (
    <div className={classes.value}>
      {packet?.Payload && (
        <TextViewer
          label={`${label} as text`}
          text={packet.Payload}
          highlight={packet.ParsedContent || null}
        />
      )}
      <TextViewer label={label} text={typeof value === "string" ? value : JSON.stringify(value, null, 2)} />
    </div>
  );
}

function FacetState({ facet: { state, readAt, reason } }: { facet: LiveFacet }) {
  const at = readAt && <InstantText instant={readAt} />;
  if (state === "live") return <>live, read {at}</>;
  const why = reason && (
    <>
      : <FoldableText text={reason} />
    </>
  );
  if (state === "cached") {
    return (
      <>
        cached, read {at}
        {why}
      </>
    );
  }
  return (
    <>
      unavailable{at && <> since {at}</>}
      {why || ": the cloud gave no reason"}
    </>
  );
}
