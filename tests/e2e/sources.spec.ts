import { sourceListSchema } from "@/lib/api/source-list";
import { textsIn } from "./support/texts";
import { expect, test } from "./support/watched-test";

const en = textsIn("en");

test("the sources page tells how each of the four sources is doing", async ({ page }) => {
  await page.goto("/sources");
  for (const label of Object.values(en.format.source)) {
    const source = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: label }) });
    await expect(source).toContainText(/Up to date|Syncing/);
    await expect(source).toContainText(/\d{4}-\d{2}-\d{2} \d{2}:\d{2} – \d{4}-\d{2}-\d{2}/);
    await expect(source.getByRole("link", { name: /^\d/ })).toHaveAttribute("href", /\/events\?source=/);
  }
});

test("the sources page renews itself and says when it cannot", async ({ page, complaints }) => {
  await page.goto("/sources");
  const response = await page.request.get("/api/sources");
  const list = sourceListSchema.parse(await response.json());
  const failing = list.connections.map((connection) => ({
    ...connection,
    sources: connection.sources.map((sync) => ({
      ...sync,
      state: "stale",
      failingSince: "2026-03-01T10:00:00.000Z",
      reason: "You are not authorized.",
      errorCode: "NoPermission",
      errorRequestId: "request-1",
    })),
  }));
  const told = { connections: failing, storageProblem: "The database has no room left on its disk." };
  await page.route("**/api/sources", (route) => route.fulfill({ json: told }));
  await expect(page.getByText("4 not up to date")).toBeVisible();
  await expect(page.getByText("no room left on its disk")).toBeVisible();
  await expect(page.getByText("You are not authorized.").first()).toBeVisible();
  await expect(page.getByText("Grant the key the permission").first()).toBeVisible();

  await page.unroute("**/api/sources");
  await page.route("**/api/sources", (route) => route.fulfill({ status: 503, body: "<html>" }));
  await expect(page.getByText("These figures are of")).toBeVisible();
  expect(complaints.splice(0).every((text) => text.includes("503"))).toBe(true);
});

test("the explorer calls an operation live, and its address repeats the call", async ({ page }) => {
  await page.goto("/sources");
  await page.getByRole("link", { name: /Explore the API of .*Firewall/ }).click();
  await expect(page.getByRole("heading", { name: "API explorer" })).toBeVisible();
  await page.getByLabel("Operation").selectOption("DescribeRiskEventGroup");
  await page.getByLabel("VulLevel").selectOption("3");
  await page.getByRole("button", { name: "Send" }).click();
  const answer = page.getByRole("region", { name: "Answer", exact: true });
  await expect(answer).toContainText("HTTP 200");
  await expect(answer).toContainText('"TotalCount"');
  await expect(page).toHaveURL(/operation=DescribeRiskEventGroup&sent=1.*VulLevel=3/);

  await page.reload();
  await expect(page.getByLabel("VulLevel")).toHaveValue("3");
  await expect(answer).toContainText('"TotalCount"');
});

test("the explorer says beside the field what is wrong with it", async ({ page, complaints }) => {
  const response = await page.request.get("/api/sources");
  const { connections } = sourceListSchema.parse(await response.json());
  const hss = connections.find(({ product }) => product === "hss");
  await page.goto(`/sources/${hss?.id}/explore`);
  await page.getByLabel("limit").fill("5");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("region", { name: "Answer", exact: true })).toContainText("400");
  await expect(page.getByLabel("limit")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("limit")).toHaveAccessibleDescription(/10/);
  expect(complaints.splice(0).every((text) => text.includes("400"))).toBe(true);
});

test("a refusal of the cloud is passed on as the cloud's own, whichever part of the build noticed it", async ({
  page,
}) => {
  const answer = await page.request.get("/api/cloud/demo-waf/DescribeThreatEventDetail?EventId=nope");
  expect(answer.status()).toBe(502);
  expect(await answer.json()).toMatchObject({
    code: "cloud-refused",
    cloud: { code: "InvalidEventId" },
  });
});

test("the explorer of an unknown connection is a 404", async ({ page, complaints }) => {
  const response = await page.goto("/sources/no-such-connection/explore");
  expect(response?.status()).toBe(404);
  await expect(page.getByText("There is no such connection")).toBeVisible();
  expect(complaints.splice(0).every((text) => text.includes("404"))).toBe(true);
});
