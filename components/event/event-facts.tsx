import type { ReactNode } from "react";
import { FoldableText } from "@/components/ui/foldable-text";
import classes from "./event-facts.module.css";

/** A named value; `null` is shown as a dash, so that nothing looks forgotten. */
type Fact = {
  readonly label: string;
  readonly value: string | null;
  /** The value as it is shown; by default as it came. */
  readonly shown?: ReactNode;
  /** What can be done with the value. */
  readonly ways?: ReactNode;
};

/** Label and value pairs; values are hostile text. */
export function EventFacts({ facts, mono = false }: { facts: readonly Fact[]; mono?: boolean }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value, shown, ways }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat, and the list is never reordered
        <div key={index} className={classes.fact}>
          <dt>
            <FoldableText text={label} />
          </dt>
          <dd>
            {value === null || value === "" ? "—" : (shown ?? <FoldableText text={value} mono={mono} />)}
            {ways}
          </dd>
        </div>
      ))}
    </dl>
  );
}
