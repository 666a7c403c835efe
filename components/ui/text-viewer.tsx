"use client";

import { ChevronDown, ChevronUp, WrapText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useState } from "react";
import { byteSize, formatBytes } from "@/lib/format/byte-size";
import { truncate, visibleText } from "@/lib/format/visible-text";
import { CopyButton } from "./copy-button";
import { MarkedText } from "./marked-text";
import { LONGEST_SEARCH, segmentText } from "./text-segments";
import classes from "./text-viewer.module.css";

/** Longer text starts folded, so that one value does not bury the rest of the page. */
const FOLDED_LENGTH = 2_000;

/** Even where the text is what the page is about: more of it stops a browser for seconds. */
const LONGEST_WHOLE = 100_000;

/** Enough to tell one viewer from another. */
const MAX_LABEL = 80;

type TextViewerProps = {
  /** What the text is; names the viewer and its controls. May come from a cloud. */
  label: string;
  text: string;
  /** What triggered the rule, as it stands in `text`. */
  highlight?: string | null;
  /** Secrets were replaced before the text was sent here. */
  masked?: boolean;
  /** The text is what the page is about: it is folded only when it is very long. */
  whole?: boolean;
  /** More controls, for example another form of the same text. */
  children?: React.ReactNode;
};

/**
 * Hostile or long text as text: wrapped or not, searchable, copied as it came. Marks are elements around
 * text nodes; nothing in the text becomes markup or a link.
 */
export function TextViewer({
  label: rawLabel,
  text,
  highlight = null,
  masked = false,
  whole = false,
  children,
}: TextViewerProps) {
  const t = useTranslations("ui.text");
  const label = truncate(visibleText(rawLabel), MAX_LABEL);
  const [wrapped, setWrapped] = useState(true);
  const [unfolded, setUnfolded] = useState(false);
  const [search, setSearch] = useState("");
  const [current, setCurrent] = useState(0);
  const needle = useDeferredValue(search);
  const shown = whole ? LONGEST_WHOLE : FOLDED_LENGTH;
  const foldable = text.length > shown;
  const folded = foldable && !unfolded && needle === "";
  const size = useMemo(() => formatBytes(byteSize(text)), [text]);
  const { segments, hits } = useMemo(
    () => segmentText(folded ? truncate(text, shown) : text, highlight, needle),
    [text, folded, shown, highlight, needle],
  );
  const step = (distance: number) => setCurrent((hit) => (hit + distance + hits) % Math.max(hits, 1));

  return (
    <div className={classes.viewer}>
      <div className={classes.tools}>
        <span className={classes.size}>{size}</span>
        {masked && <span className={classes.masked}>{t("masked")}</span>}
        {highlight !== null && <span className={classes.legend}>{t("trigger")}</span>}
        {children}
        <input
          type="search"
          className={classes.search}
          maxLength={LONGEST_SEARCH}
          placeholder={t("find")}
          aria-label={t("findIn", { label })}
          value={search}
          onChange={(change) => {
            setSearch(change.currentTarget.value);
            setCurrent(0);
          }}
          onKeyDown={(key) => {
            if (key.key === "Enter") step(key.shiftKey ? -1 : 1);
          }}
        />
        {needle !== "" && (
          <span className={classes.hits} role="status">
            {hits === 0 ? t("notFound") : t("hit", { current: current + 1, total: hits })}
          </span>
        )}
        {hits > 1 && (
          <>
            <button
              type="button"
              className={classes.tool}
              onClick={() => step(-1)}
              aria-label={t("previousHit")}
            >
              <ChevronUp size={14} aria-hidden="true" />
            </button>
            <button type="button" className={classes.tool} onClick={() => step(1)} aria-label={t("nextHit")}>
              <ChevronDown size={14} aria-hidden="true" />
            </button>
          </>
        )}
        <button
          type="button"
          className={classes.tool}
          aria-pressed={wrapped}
          aria-label={t("wrapOf", { label })}
          title={t("wrap")}
          onClick={() => setWrapped(!wrapped)}
        >
          <WrapText size={14} aria-hidden="true" />
        </button>
        <CopyButton value={text} label={t("copy", { label })} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.scroll} data-whole={whole} tabIndex={0} aria-label={t("textOf", { label })}>
        <pre className={classes.text} data-wrapped={wrapped}>
          <MarkedText segments={segments} current={current} />
        </pre>
      </section>
      {foldable && needle === "" && (
        <button type="button" className={classes.fold} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? t("showLess") : t("showAll", { size })}
        </button>
      )}
    </div>
  );
}
