import { truncate, visibleText } from "@/lib/format/visible-text";
import classes from "./inert-text.module.css";

/** A hover text longer than this helps nobody; the full value is on the event page. */
const MAX_TITLE = 500;

type InertTextProps = {
  /** Text from a cloud or an attacker. */
  text: string;
  /** Monospaced: addresses, paths, codes. */
  mono?: boolean;
  /** Cut with an ellipsis at the end of the line; the full value is the hover text. */
  clip?: boolean;
  className?: string | undefined;
};

/**
 * Shows hostile text as text and nothing else: control and direction-changing characters are made visible,
 * and the text cannot reorder what stands beside it.
 */
export function InertText({ text, mono = false, clip = false, className }: InertTextProps) {
  const visible = visibleText(text);
  const classNames = [classes.text, mono && classes.mono, clip && classes.clip, className];
  return (
    <bdi
      className={classNames.filter(Boolean).join(" ")}
      title={clip ? truncate(visible, MAX_TITLE) : undefined}
    >
      {clip ? truncate(visible, MAX_TITLE) : visible}
    </bdi>
  );
}
