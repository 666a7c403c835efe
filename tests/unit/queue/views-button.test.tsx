import { expect, test } from "vitest";
import { ViewsButton } from "@/components/queue-tools/views-button";
import { renderStatic } from "../../support/render-static";

test("a saved view's name shows a character that turns the text around, and is not turned by it", () => {
  const html = renderStatic(<ViewsButton name={"late\u202etfihs"} />);
  expect(html).toContain("late[U+202E]tfihs");
  expect(html).not.toContain("\u202e");
});
