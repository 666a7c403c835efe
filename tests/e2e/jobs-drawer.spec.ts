import type { Job } from "@/lib/api/jobs";
import { expect, test } from "./support/watched-test";

const PAUSED: Job = {
  id: "job-1",
  kind: "status",
  state: "paused",
  changeId: "change-1",
  createdAt: "2026-01-01T00:00:00.000Z",
  finishedAt: null,
  actor: { kind: "user", id: "user-1", name: "mia" },
  status: "actioned",
  note: null,
  reason: null,
  total: 100,
  done: 30,
  counts: { changed: 30, unchanged: 0, conflict: 0, "not-found": 0 },
  writes: { queued: 0, sent: 0, verified: 0, overtaken: 0, failed: 0 },
  undone: false,
  problem: null,
};

test("an order to a bulk change leaves the focus where the next one can be given", async ({ page }) => {
  let job = PAUSED;
  await page.route("**/api/jobs?*", (route) => route.fulfill({ json: { jobs: [job] } }));
  await page.route(`**/api/jobs/${PAUSED.id}`, (route) => {
    const { action } = route.request().postDataJSON();
    const finishedAt = "2026-01-01T00:01:00.000Z";
    job = action === "cancel" ? { ...job, state: "cancelled", finishedAt } : { ...job, state: "running" };
    return route.fulfill({ json: job });
  });
  await page.goto("/events");
  await page.getByRole("button", { name: "Bulk changes" }).click();
  const drawer = page.getByRole("dialog", { name: "Bulk changes" });
  await drawer.getByRole("button", { name: "Resume" }).press("Enter");
  await expect(drawer.getByRole("button", { name: "Pause" })).toBeFocused();
  await drawer.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(drawer.getByRole("button", { name: "Undo" })).toBeFocused();
});
