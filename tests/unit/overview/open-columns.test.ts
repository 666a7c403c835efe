import { expect, test } from "vitest";
import { openColumns } from "@/components/overview/open-columns";
import { AGES, type Overview } from "@/lib/api/overview";
import { SEVERITIES } from "@/lib/events/severity";

const figure = (count: number) => ({ count, filter: `count=${count}` });

/** Each cell has a number of its own: tens are the severity, ones the age. */
const OPEN: Overview["open"] = {
  all: figure(0),
  bySeverity: SEVERITIES.map((severity, row) => ({
    severity,
    all: figure(0),
    byAge: AGES.map((age, column) => ({ age, ...figure(row * 10 + column) })),
  })),
};

test("the chart has a column per age, with each severity's number in it", () => {
  const columns = openColumns(OPEN);
  expect(columns.map(({ age }) => age)).toEqual([...AGES]);
  for (const [row, severity] of SEVERITIES.entries()) {
    expect(columns.map(({ counts }) => counts[severity])).toEqual(AGES.map((_, column) => row * 10 + column));
  }
});

test("a severity that the answer leaves out counts as none", () => {
  const [critical] = OPEN.bySeverity.filter(({ severity }) => severity === "critical");
  const columns = openColumns({ ...OPEN, bySeverity: critical ? [critical] : [] });
  expect(columns.map(({ counts }) => counts.high)).toEqual(AGES.map(() => 0));
});
