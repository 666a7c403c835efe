import { expect, test } from "vitest";
import { ActivityRow } from "@/components/activity/activity-row";
import type { ActivityItem } from "@/lib/api/activity";
import type { Language } from "@/lib/events/language";
import { activityItem } from "../../support/activity-item";
import { renderStatic } from "../../support/render-static";

/** The words of the cells. */
function cellsOf(entry: ActivityItem, language: Language = "en"): string[] {
  const html = renderStatic(
    <table>
      <tbody>
        <ActivityRow item={entry} />
      </tbody>
    </table>,
    language,
  );
  return html.split("</td>").map((cell) =>
    cell
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll(/\s+/g, " ")
      .trim(),
  );
}

test.each([
  ["en", "status", "ignored", "Setting the status of 1,305 events", "none → to Ignored"],
  ["en", "undo", null, "Undo for 1,305 events", ""],
  ["zh", "status", "ignored", "设置 1,305 个事件的状态", "无 → 变更为 已忽略"],
  ["zh", "undo", null, "撤销 1,305 个事件的更改", ""],
] as const)(
  "in %s a bulk change of the kind %s is told in words, with its events",
  (language, kind, to, object, change) => {
    const entry = activityItem({
      action: "job.started",
      subject: "job-1",
      source: null,
      from: null,
      to,
      details: { kind, total: 1305, changeId: "change-1" },
    });
    expect(cellsOf(entry, language)).toEqual(expect.arrayContaining([object, change]));
  },
);

test("an assignee who is called like a status keeps the name", () => {
  const entry = activityItem({ action: "assignee.changed", from: null, to: "confirmed" });
  expect(cellsOf(entry)).toContain("none → to confirmed");
});
