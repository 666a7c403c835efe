import { expect, test } from "vitest";
import { isSnapshotMark } from "@/lib/server/db/snapshot-mark";

test.each(["750:750:", "750:760:750,755", "1:2:1"])("%s is what a list gives", (mark) => {
  expect(isSnapshotMark(mark)).toBe(true);
});

test.each([
  "",
  "now",
  "0:1:",
  "760:750:",
  "750:760",
  "750:760:760",
  "750:760:749",
  "750:760:755,751",
  "750:760:755,755",
  "-1:2:",
  "1:2:1,",
  "1;2:1:",
  `1:99999:${Array.from({ length: 1_001 }, (_, index) => index + 1).join()}`,
  `1:${"9".repeat(30)}:`,
])("%.40s is not", (mark) => {
  expect(isSnapshotMark(mark)).toBe(false);
});
