"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { byteSize, formatBytes } from "@/lib/format/byte-size";
import { truncate } from "@/lib/format/visible-text";
import classes from "./foldable-text.module.css";
import { InertText } from "./inert-text";
import { usePrinting } from "./use-printing";

/** Longer values start folded: an attacker decides how long they are. */
const FOLDED_LENGTH = 400;

type FoldableTextProps = { text: string; mono?: boolean };

/** Hostile text of any length within a line of the page; printed, it is whole. */
export function FoldableText({ text, mono = false }: FoldableTextProps) {
  if (text.length <= FOLDED_LENGTH) return <InertText text={text} mono={mono} />;
  return <LongText text={text} mono={mono} />;
}

function LongText({ text, mono }: Required<FoldableTextProps>) {
  const t = useTranslations("ui");
  const [unfolded, setUnfolded] = useState(false);
  const printing = usePrinting();
  return (
    <>
      <InertText text={unfolded || printing ? text : truncate(text, FOLDED_LENGTH)} mono={mono} />{" "}
      <button type="button" className={classes.fold} onClick={() => setUnfolded(!unfolded)}>
        {unfolded ? t("showLess") : t("showAll", { size: formatBytes(byteSize(text)) })}
      </button>
    </>
  );
}
