import { expect, it } from "vitest";
import { SourcesPage } from "@/components/sources/sources-page";
import { renderStatic } from "@/tests/support/render-static";

const REASON =
  "The database has no room left on its disk, so that nothing can be stored. Whoever runs it has to make room.";

const page = (storageProblem: string | null) => (
  <SourcesPage initial={{ connections: [], storageProblem }} renderedAt="2026-03-01T12:00:00.000Z" />
);

it("the sources page says why nothing can be stored, and only then", () => {
  expect(renderStatic(page(REASON))).toContain(REASON);
  expect(renderStatic(page(null))).not.toContain("disk");
});
