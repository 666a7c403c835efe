import { expect, test } from "vitest";
import { FilterChips } from "@/components/events/filter-chips";
import { EMPTY_FILTER } from "@/lib/events/query";
import { renderStatic } from "../../support/render-static";

test("a value that is asked for and ruled out has a chip for each: nobody wonders why the list is empty", () => {
  const fields = { severity: { anyOf: ["high"], noneOf: ["high"] } };
  const html = renderStatic(
    <FilterChips filter={{ ...EMPTY_FILTER, fields }} onChange={() => {}} onClear={() => {}} />,
  );
  expect(html).toContain('aria-label="Remove filter Severity High"');
  expect(html).toContain('aria-label="Remove filter Severity not High"');
});
