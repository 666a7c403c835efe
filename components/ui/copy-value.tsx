import { Brackets } from "lucide-react";
import { useTranslations } from "next-intl";
import { defang } from "@/lib/format/defang";
import { truncate, visibleText } from "@/lib/format/visible-text";
import { CopyButton } from "./copy-button";
import classes from "./copy-value.module.css";

/** Enough of a value to tell two copy buttons apart. */
const MAX_NAME = 60;

type CopyValueProps = {
  value: string;
  what: "attacker" | "target" | "value";
};

/** Copies something that identifies an attacker or a target: as it is, or so that nobody can click it. */
export function CopyValue({ value, what }: CopyValueProps) {
  const t = useTranslations("ui.copy");
  const name = t(what, { value: truncate(visibleText(value), MAX_NAME) });
  return (
    <span className={classes.copies}>
      <CopyButton value={value} label={name} />
      <CopyButton value={defang(value)} label={t("defanged", { name })} icon={Brackets} />
    </span>
  );
}
