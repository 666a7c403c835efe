"use client";

import { useEffect, useState } from "react";
import { useSignedIn } from "@/components/layout/signed-in";
import { useTimeZone } from "@/components/layout/time-zone";
import { useEarlyInput } from "@/components/ui/use-early-input";
import { useOnDemand } from "@/components/ui/use-on-demand";
import { EMPTY_FILTER } from "@/lib/events/query";
import { formatQueryText } from "@/lib/events/query-text/format-query-text";
import { shownTime } from "@/lib/format/typed-time";
import classes from "./query-bar.module.css";
import type { QueryBarProps } from "./query-bar-props";
import { QueryField } from "./query-field";
import { unfinishedQuery } from "./unfinished-query";
import type { TypedQuery } from "./use-query-draft";

const load = () => import("./full-query-bar").then((module) => module.FullQueryBar);

/** The whole filter as one text. Completion and reading of what is typed come with the first focus. */
export function QueryBar(props: QueryBarProps) {
  const { filter, onChange, inputRef } = props;
  const { zone } = useTimeZone();
  const { part: FullQueryBar, want, early } = useOnDemand(load);
  const [typed, setTyped] = useState<TypedQuery | null>(null);
  const person = useSignedIn().name;
  const shown = formatQueryText(filter, (time) => shownTime(time, zone));
  const [unfinished, setUnfinished] = useState<string | null>(null);
  // Not at first: the server, which renders the same, knows of none.
  useEffect(() => setUnfinished(unfinishedQuery(person, shown)), [person, shown]);
  const text = typed?.text ?? unfinished ?? shown;
  const keep = (change: Partial<TypedQuery>) => {
    setTyped((before) => ({
      text,
      caret: text.length,
      changed: false,
      submitted: false,
      ...before,
      ...change,
    }));
    want();
  };
  const type = ({ value, selectionStart }: HTMLInputElement) =>
    keep({ text: value, caret: selectionStart ?? value.length, changed: true, submitted: false });
  useEarlyInput(inputRef, (input) => input.value !== shown && type(input));
  if (FullQueryBar) return <FullQueryBar {...props} typed={typed} />;
  return (
    <search className={classes.bar}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          keep({ submitted: true });
        }}
      >
        <QueryField
          ref={inputRef}
          value={text}
          onChange={({ currentTarget }) => type(currentTarget)}
          onSelect={({ currentTarget }) => keep({ caret: currentTarget.selectionStart ?? 0 })}
          onBlur={() => setTyped(null)}
          onPointerEnter={early.onPointerEnter}
          onFocus={() => keep({})}
          onClear={() => onChange(EMPTY_FILTER)}
        />
      </form>
    </search>
  );
}
