import { resolveTime } from "@/lib/events/relative-time";

/** What the page's address can hold; several values of one are separated by commas. */
export const ACTIVITY_PARAMETERS = [
  "person",
  "action",
  "statusFrom",
  "statusTo",
  "source",
  "subject",
  "from",
  "to",
] as const;
export type ActivityParameter = (typeof ACTIVITY_PARAMETERS)[number];

/** The filter as the address has it: times may be relative (`-24h`). */
export type ActivityView = Readonly<Partial<Record<ActivityParameter, string>>>;

/** Times offered as one choice. */
export const ACTIVITY_PERIODS = ["1h", "24h", "7d", "30d"] as const;

/** The filter that an address asks for, as it stands there; whether the API takes it is not looked at. */
export function readActivityView(params: URLSearchParams): ActivityView {
  const pairs = ACTIVITY_PARAMETERS.map((parameter) => [parameter, params.getAll(parameter).join()] as const);
  return Object.fromEntries(pairs.filter(([, text]) => text !== ""));
}

/** The address's query string, the same for the same filter. */
export function activitySearch(view: ActivityView): string {
  return new URLSearchParams(
    ACTIVITY_PARAMETERS.flatMap((parameter) => {
      const text = view[parameter];
      return text === undefined ? [] : [[parameter, text]];
    }),
  ).toString();
}

/** The page's address for a filter. */
export function activityHref(view: ActivityView): string {
  const search = activitySearch(view);
  return search === "" ? "/activity" : `/activity?${search}`;
}

/** The filter as the API takes it: every time is an instant. */
export function activityQuery(view: ActivityView, now: Date): ActivityView {
  const { from, to, ...rest } = view;
  const instant = (text: string | undefined) => (text === undefined ? null : resolveTime(text, now));
  const [start, end] = [instant(from), instant(to)];
  return {
    ...rest,
    ...(start ? { from: start.toISOString() } : {}),
    ...(end ? { to: end.toISOString() } : {}),
  };
}

/** The filter with other values for some of its parts; an empty text takes a part out. */
export function changeView(view: ActivityView, change: ActivityView): ActivityView {
  return readActivityView(new URLSearchParams(Object.entries({ ...view, ...change })));
}
