import { Brackets } from "lucide-react";
import { defang } from "@/lib/format/defang";
import { truncate, visibleText } from "@/lib/format/visible-text";
import { CopyButton } from "./copy-button";
import classes from "./copy-value.module.css";

/** Enough of a value to tell two copy buttons apart. */
const MAX_NAME = 60;

type CopyValueProps = {
  value: string;
  /** What the value is: "attacker". */
  what: string;
};

/** Copies something that identifies an attacker or a target: as it is, or so that nobody can click it. */
export function CopyValue({ value, what }: CopyValueProps) {
  const name = `Copy ${what} ${truncate(visibleText(value), MAX_NAME)}`;
  return (
    <span className={classes.copies}>
      <CopyButton value={value} label={name} />
      <CopyButton value={defang(value)} label={`${name} defanged`} icon={Brackets} />
    </span>
  );
}
