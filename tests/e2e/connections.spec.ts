import { expect, test } from "./support/watched-test";

test("an unused connection stays open for longer than proxies usually keep theirs", async ({ page }) => {
  const answer = await page.request.get("/api/health");
  const seconds = /timeout=(\d+)/.exec(answer.headers()["keep-alive"] ?? "")?.[1];
  expect(Number(seconds)).toBeGreaterThan(60);
});
