"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { byteSize, formatBytes } from "@/lib/format/byte-size";
import { truncate } from "@/lib/format/visible-text";
import classes from "./foldable-text.module.css";
import { InertText } from "./inert-text";

/** Longer values start folded: an attacker decides how long they are. */
const FOLDED_LENGTH = 400;

/** Hostile text of any length within a line of the page. */
export function FoldableText({ text, mono = false }: { text: string; mono?: boolean }) {
  const t = useTranslations("ui");
  const [unfolded, setUnfolded] = useState(false);
  if (text.length <= FOLDED_LENGTH) return <InertText text={text} mono={mono} />;
  return (
    <>
      <InertText text={unfolded ? text : truncate(text, FOLDED_LENGTH)} mono={mono} />{" "}
      <button type="button" className={classes.fold} onClick={() => setUnfolded(!unfolded)}>
        {unfolded ? t("showLess") : t("showAll", { size: formatBytes(byteSize(text)) })}
      </button>
    </>
  );
}
