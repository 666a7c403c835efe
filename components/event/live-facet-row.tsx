import { useTranslations } from "next-intl";
import { z } from "zod";
import { useSentence } from "@/components/language/sentences";
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
  const t = useTranslations("event");
  const { name, state, value } = facet;
  const label = facetLabel(truncate(name, MAX_NAME), t);
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
        <p className={classes.none}>{state === "unavailable" ? t("live.noCopy") : t("live.empty")}</p>
      ) : (
        <FacetValue label={t("live.value", { label })} value={value} />
      )}
    </details>
  );
}

function FacetValue({ label, value }: { label: string; value: LiveFacet["value"] }) {
  const t = useTranslations("event.live");
  const packet = packetSchema.safeParse(value).data?.decoded;
  return (
    <div className={classes.value}>
      {packet?.Payload && (
        <TextViewer
          label={t("asText", { label })}
          text={packet.Payload}
          highlight={packet.ParsedContent || null}
        />
      )}
      <TextViewer label={label} text={typeof value === "string" ? value : JSON.stringify(value, null, 2)} />
    </div>
  );
}

function FacetState({ facet: { state, readAt, reason } }: { facet: LiveFacet }) {
  const t = useTranslations("event.live");
  const say = useSentence();
  const at = () => readAt && <InstantText instant={readAt} />;
  const why = reason && t.rich("reason", { text: () => <FoldableText text={say(reason)} /> });
  if (state === "live") return t.rich("read", { at });
  if (state === "cached") {
    return (
      <>
        {t.rich("cached", { at })}
        {why}
      </>
    );
  }
  return (
    <>
      {readAt ? t.rich("unavailableSince", { at }) : t("unavailable")}
      {why || t("noReason")}
    </>
  );
}
