"use client";

import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { useSignedIn } from "@/components/layout/signed-in";
import { useTimeZone } from "@/components/layout/time-zone";
import { mapTimes } from "@/lib/events/filter-times";
import { type EventFilter, filterParams } from "@/lib/events/query";
import { completeQueryText } from "@/lib/events/query-text/complete-query-text";
import { formatQueryText } from "@/lib/events/query-text/format-query-text";
import { parseQueryText } from "@/lib/events/query-text/parse-query-text";
import type { TimeZone } from "@/lib/format/instant";
import { shownTime, typedTime } from "@/lib/format/typed-time";
import { keepUnfinishedQuery, unfinishedQuery } from "./unfinished-query";

/** How long a pause in typing means "search now", milliseconds. */
const PAUSE = 350;

export type ChangeFilter = (filter: EventFilter, options?: { replace?: boolean }) => void;

/** What was typed before the draft began. */
export type TypedQuery = {
  readonly text: string;
  readonly caret: number;
  /** The text was changed. */
  readonly changed: boolean;
  /** Enter was pressed. */
  readonly submitted: boolean;
};

/**
 * What is typed, until it is a filter. Text is searched at a pause; terms with a field wait for Enter or a
 * chosen suggestion, because half of one is a mistake. What is wrong is told at a pause, too.
 */
export function useQueryDraft(filter: EventFilter, onChange: ChangeFilter, typed: TypedQuery | null) {
  const { zone } = useTimeZone();
  const canonical = formatQueryText(filter, (time) => shownTime(time, zone));
  const same = (one: EventFilter, other: EventFilter) => paramsIn(zone, one) === paramsIn(zone, other);
  const [shown, setShown] = useState(canonical);
  const person = useSignedIn().name;
  const [draft, setDraft] = useState(() => {
    const text = typed?.text ?? unfinishedQuery(person, canonical) ?? canonical;
    return { text, caret: typed?.caret ?? text.length };
  });
  const [judged, setJudged] = useState(canonical);
  const parsed = useMemo(() => parseIn(zone, draft.text), [draft.text, zone]);
  const completion = useMemo(() => completeQueryText(draft.text, draft.caret), [draft]);

  function put(text: string) {
    setDraft({ text, caret: text.length });
    setJudged(text);
  }

  // The filter may change from elsewhere (Back, a chip removed): the text follows it.
  if (shown !== canonical) {
    setShown(canonical);
    if (!same(parsed.filter, filter)) put(canonical);
  }

  const unfinished = parsed.problems.length > 0 || !same(parsed.filter, filter) ? draft.text : null;
  useEffect(() => keepUnfinishedQuery(person, canonical, unfinished), [person, canonical, unfinished]);

  function apply(text: string): boolean {
    const { filter: wanted, problems } = parseIn(zone, text);
    setJudged(text);
    if (problems.length > 0) return false;
    if (!same(wanted, filter)) onChange(wanted);
    return true;
  }

  const onPause = useEffectEvent(() => {
    setJudged(draft.text);
    const { filter: wanted, problems } = parsed;
    const onlyText = same({ ...wanted, q: filter.q }, filter);
    const midWord = completion.suggestions.length > 0 && draft.text !== "" && !draft.text.endsWith(" ");
    if (problems.length > 0 || !onlyText || midWord || wanted.q === filter.q) return;
    onChange(wanted, { replace: filter.q !== null });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pause begins anew with each letter
  useEffect(() => {
    const timer = setTimeout(onPause, PAUSE);
    return () => clearTimeout(timer);
  }, [draft.text]);

  return {
    text: draft.text,
    caret: draft.caret,
    completion,
    /** None while a word is being typed: half of it is no mistake yet. */
    problems: judged === draft.text ? parsed.problems : [],
    type: (text: string, caret: number) => setDraft({ text, caret }),
    put,
    apply,
  };
}

const parseIn = (zone: TimeZone, text: string) =>
  parseQueryText(text, new Date(), (time) => typedTime(time, zone));

/** The filter as text, with every time as the query bar shows it. */
function paramsIn(zone: TimeZone, filter: EventFilter): string {
  return filterParams(mapTimes(filter, (time) => shownTime(time, zone))).toString();
}
