import type { Freshness } from "@/lib/api/event-list";
import { AGES, type Overview } from "@/lib/api/overview";
import { SEVERITIES } from "@/lib/events/severity";
import { OPEN_STATUSES } from "@/lib/events/status";
import { countOpen, type OpenCount } from "@/lib/server/db/queries/count-open";
import type { Deps } from "@/lib/server/deps";
import { figure, filterOf } from "../figures";

const DAY_MS = 86_400_000;
/** Where one age ends and the next begins, days before now: day, week, month, older. */
const AGE_DAYS = [1, 7, 30];

type Age = {
  readonly age: (typeof AGES)[number];
  readonly range: { readonly from?: Date; readonly to?: Date };
};

const open = { status: OPEN_STATUSES };

/** What nobody has closed: by severity and time since the last activity, and by source. */
export async function readOpen(
  { database, clock }: Deps,
  freshness: readonly Freshness[],
): Promise<Pick<Overview, "open" | "sources">> {
  const now = clock();
  // Newest first: each age reaches from its own bound to the one before.
  const bounds = AGE_DAYS.map((days) => new Date(now.getTime() - days * DAY_MS));
  const ages = AGES.map((age, index): Age => {
    const from = bounds[index];
    const to = bounds[index - 1];
    return { age, range: { ...(from ? { from } : {}), ...(to ? { to } : {}) } };
  });
  const counts = await countOpen(database, bounds.toReversed());
  const sum = (matches: (row: OpenCount) => boolean) =>
    counts.filter(matches).reduce((total, { count }) => total + count, 0);
  // The query counts passed bounds: the newest age has passed them all.
  const step = (age: Age) => ages.length - 1 - ages.indexOf(age);
  return {
    open: {
      all: figure(
        sum(() => true),
        filterOf(open),
      ),
      bySeverity: SEVERITIES.map((severity) => ({
        severity,
        all: figure(
          sum((row) => row.severity === severity),
          filterOf({ ...open, severity: [severity] }),
        ),
        byAge: ages.map((age) => ({
          age: age.age,
          ...figure(
            sum((row) => row.severity === severity && row.age === step(age)),
            filterOf({ ...open, severity: [severity] }, age.range),
          ),
        })),
      })),
    },
    sources: freshness.map((state) => ({
      ...state,
      open: figure(
        sum(({ connection, source }) => connection === state.connection && source === state.source),
        filterOf({ ...open, source: [state.source], connection: [state.connection] }),
      ),
    })),
  };
}
