import { workOn } from "./support/event-work-parts";
import { holdEvent } from "./support/held-event";
import { intercept } from "./support/intercept";
import {
  changePolicy,
  changesOf,
  expect,
  expectStored,
  handledBy,
  newestJob,
  recordOf,
  rowOf,
  test,
  untouchedEvent,
  type Workbench,
  writesOf,
} from "./support/workbench";

// One product for all of them, and so one file: starting one is the most expensive part.
test.describe.configure({ mode: "default", timeout: 180_000 });

/**
 * What another person sees of a change comes so soon, milliseconds: before a page would ask again by itself. That it
 * takes less than two seconds is measured where nothing else runs (`tests/bench/live-clients.ts`).
 */
const SOON = 12_000;
/** After the undo delay the cloud is told, then looked at. */
const READ_BACK = { timeout: 45_000 };

/** Both people open the event. @returns what each of them works with. */
async function openTogether({ mia, ben }: Workbench, eventId: string) {
  await Promise.all([mia, ben].map(({ page }) => page.goto(`/events/${eventId}`)));
  return { ours: workOn(mia.page), theirs: workOn(ben.page) };
}

const pressed = ["aria-pressed", "true"] as const;

test("a change shows at once, at the other person's by itself, and is read back from the cloud", async ({
  workbench,
}) => {
  const { mia, ben } = workbench;
  const event = await untouchedEvent(workbench, "waf-api-security", 0);
  const { ours, theirs } = await openTogether(workbench, event.id);
  // Whoever came first learns of it with the stream, or with the next sign of life.
  await expect(ours.handling).toContainText(`One other person has this open:${ben.username}`, READ_BACK);
  await expect(theirs.handling).toContainText(`One other person has this open:${mia.username}`, READ_BACK);

  await ours.handling.getByRole("button", { name: "With a note" }).click();
  await ours.dialog.getByLabel("Status").selectOption("Ignored");
  await ours.dialog.getByLabel("Reason").selectOption("False positive");
  await ours.dialog.getByLabel("Note").fill("Our own scanner.");
  await ours.dialog.getByRole("button", { name: "Set the status" }).click();
  await expect(ours.status("Ignored")).toHaveAttribute(...pressed);
  await expect(theirs.status("Ignored")).toHaveAttribute(...pressed, { timeout: SOON });
  await expect(theirs.handling).toContainText("Waiting to be written to the cloud");

  await expect(theirs.handling).toContainText("Verified in the cloud", READ_BACK);
  expect(await rowOf(workbench, event.id)).toMatchObject({
    status: "ignored",
    statusOrigin: "cloud",
    writeState: "verified",
  });
  expect(writesOf(workbench, event)).toEqual([
    { to: "ignored", note: `[${mia.username}] Our own scanner.`, status: 200 },
  ]);
  expect(await changesOf(workbench, event.id)).toEqual([
    { action: "status.changed", by: mia.username, from: "toBeConfirmed", to: "ignored" },
  ]);

  await ben.page.goto("/sources");
  await expect(ours.handling).not.toContainText(ben.username, { timeout: SOON });
});

test("a conflict keeps theirs or applies mine, and the cloud is told the last word only", async ({
  workbench,
}) => {
  const { mia, ben } = workbench;
  const event = await untouchedEvent(workbench, "waf-api-security", 1);
  const { ours, theirs } = await openTogether(workbench, event.id);
  // From here on Ben's page is told nothing.
  await intercept(ben.page, "**/api/events/rows?**", (route) =>
    route.fulfill({ json: { items: [], missing: [] } }),
  );
  const whole = new RegExp(`/api/events/${event.id}(\\?|$)`);
  await ben.page.route(whole, () => {});
  await ours.status("Confirmed").click();
  await expectStored(workbench, event, "confirmed");
  await theirs.status("Ignored").click();
  const conflict = ben.page.getByRole("alert").filter({ hasText: "Somebody else changed 1 event first" });
  await expect(conflict).toContainText(`${mia.username} set it to Confirmed`);
  await conflict.getByRole("button", { name: "Keep" }).click();
  await expect(theirs.status("Confirmed")).toHaveAttribute(...pressed);

  await ours.status("Handled").click();
  await expectStored(workbench, event, "actioned");
  await theirs.status("Ignored").click();
  await expect(conflict).toContainText("You wanted Ignored");
  await conflict.getByRole("button", { name: "Apply mine" }).click();
  await expect(ours.status("Ignored")).toHaveAttribute(...pressed, { timeout: SOON });
  await ben.page.unroute("**/api/events/rows?**");
  await ben.page.unroute(whole);

  await expect(ours.handling).toContainText("Verified in the cloud", READ_BACK);
  expect(writesOf(workbench, event)).toEqual([{ to: "ignored", note: `[${ben.username}]`, status: 200 }]);
  expect(await changesOf(workbench, event.id)).toEqual([
    { action: "status.changed", by: ben.username, from: "actioned", to: "ignored" },
    { action: "status.changed", by: mia.username, from: "confirmed", to: "actioned" },
    { action: "status.changed", by: mia.username, from: "toBeConfirmed", to: "confirmed" },
  ]);
});

test("an undo in time keeps the cloud from hearing anything; a later one writes the earlier status back", async ({
  workbench,
}) => {
  const { mia } = workbench;
  const inTime = await untouchedEvent(workbench, "waf-api-security", 2);
  const later = await untouchedEvent(workbench, "waf-api-security", 3);
  await mia.page.goto(`/events/${inTime.id}`);
  const { status, handling, history } = workOn(mia.page);
  await status("Ignored").click();
  await mia.page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(status("To confirm")).toHaveAttribute(...pressed);
  await expect.poll(async () => (await changesOf(workbench, inTime.id))[0]?.action).toBe("status.undone");

  await mia.page.goto(`/events/${later.id}`);
  await status("Confirmed").click();
  await expect(handling).toContainText("Verified in the cloud", READ_BACK);
  // What was undone would have been sent before.
  expect(writesOf(workbench, inTime)).toEqual([]);
  expect(await rowOf(workbench, inTime.id)).toMatchObject({ status: "toBeConfirmed", writeState: null });

  await history.getByRole("button", { name: "Undo this change" }).click();
  await expect(status("To confirm")).toHaveAttribute(...pressed);
  await expect.poll(async () => (await rowOf(workbench, later.id)).writeState, READ_BACK).toBe("verified");
  expect(writesOf(workbench, later)).toEqual([
    { to: "confirmed", note: `[${mia.username}]`, status: 200 },
    { to: "toBeConfirmed", note: `[${mia.username}] Undo`, status: 200 },
  ]);
  expect(await changesOf(workbench, later.id)).toEqual([
    { action: "status.undone", by: mia.username, from: "confirmed", to: "toBeConfirmed" },
    { action: "status.changed", by: mia.username, from: "toBeConfirmed", to: "confirmed" },
  ]);
});

test("notes, ticks, assignee and status of one person show at the other's by themselves", async ({
  workbench,
}) => {
  const { mia, ben, admin } = workbench;
  const event = await untouchedEvent(workbench, "waf-api-security", 4);
  await admin.goto("/events?source=waf-api-security&status=toBeConfirmed,confirmed");
  const row = admin.locator("tbody [data-index]").filter({ has: admin.locator(`a[href*="${event.id}"]`) });
  await expect(row).toBeVisible();
  const { ours, theirs } = await openTogether(workbench, event.id);
  await ours.notes.getByLabel("Write a note").fill("Asked the shop team.");
  await ours.notes.getByRole("button", { name: "Add the note" }).click();
  await expect(theirs.notes).toContainText("Asked the shop team.", { timeout: SOON });

  const step = (guidance: typeof ours.guidance) => guidance.getByRole("listitem").first();
  await step(ours.guidance).getByRole("checkbox").click();
  await expect(step(theirs.guidance)).toContainText(`Done by ${mia.username}`, { timeout: SOON });

  await ours.handling.getByRole("button", { name: "Assign to …" }).click();
  await mia.page.getByRole("menuitem", { name: ben.username }).click();
  await expect(theirs.handling.locator("[data-assignee]")).toHaveText(`${ben.username} (you)`, {
    timeout: SOON,
  });

  await theirs.status("Confirmed").click();
  await expect(row.locator('[data-column="status"]')).toContainText("Confirmed", { timeout: SOON });
  expect((await recordOf(workbench, event.id)).map(({ action, actor }) => [action, actor.name])).toEqual([
    ["status.changed", ben.username],
    ["assignee.changed", mia.username],
    ["checklist.ticked", mia.username],
    ["note.added", mia.username],
  ]);
});

test("a change behind our back is told, never overwritten, and decided by a person; the history has it all", async ({
  workbench,
}) => {
  const { mia, simulator } = workbench;
  const event = await untouchedEvent(workbench, "waf-api-security", 5);
  await mia.page.goto(`/events/${event.id}`);
  const { handling, status, history } = workOn(mia.page);
  await status("Confirmed").click();
  await expectStored(workbench, event, "confirmed");
  simulator.controls.waf.changeStatusInConsole(event.upstreamId ?? "", "ignored", { userId: "2000000001" });
  await expect(handling).toContainText("Overtaken by a change in the cloud", READ_BACK);
  await expect(handling).toContainText("cloud user 2000000001");
  await expect(status("Ignored")).toHaveAttribute(...pressed);
  expect(writesOf(workbench, event)).toEqual([]);

  await expect(handling.getByRole("button", { name: "Keep theirs: Ignored" })).toBeVisible();
  await handling.getByRole("button", { name: "Apply mine: Confirmed" }).click();
  await expect(handling).toContainText("Verified in the cloud", READ_BACK);
  expect(writesOf(workbench, event)).toEqual([{ to: "confirmed", note: `[${mia.username}]`, status: 200 }]);
  await status("Handled").click();
  await expect(history).toContainText("Here: Handled. In the cloud: Confirmed. Kept here only");

  const entries = history.getByRole("listitem");
  await expect(entries).toHaveCount(4);
  await expect(entries.nth(0)).toContainText("Handled");
  await expect(entries.nth(1)).toContainText("Verified in the cloud");
  // Both of the same second, and the cloud tells no more than seconds: their order says nothing.
  for (const text of ["2000000001 in the cloud console", "Overtaken by a change in the cloud"]) {
    await expect(entries.filter({ hasText: text })).toHaveCount(1);
  }
  await history.getByLabel("Status as of").fill("2020-01-01T00:00");
  await expect(history).toContainText("It was To confirm, from the beginning.");

  await mia.page.goto(`/activity?person=${mia.username}&statusTo=actioned`);
  await expect(mia.page.getByRole("table").locator("tbody tr")).toHaveCount(await handledBy(workbench, mia));
  expect((await changesOf(workbench, event.id)).map(({ action, by }) => [action, by])).toEqual([
    ["status.changed", mia.username],
    ["status.changed", mia.username],
    ["status.overtaken", "2000000001"],
    ["status.changed", mia.username],
  ]);
});

test("a write that the cloud refuses says what to grant, and is sent again once it is granted", async ({
  workbench,
}) => {
  const { mia, simulator } = workbench;
  const event = await untouchedEvent(workbench, "waf-api-security", 6);
  await mia.page.goto(`/events/${event.id}`);
  const { handling, status } = workOn(mia.page);
  const refusal = { kind: "error", status: 403, code: "NoPermission" } as const;
  simulator.controls.faults.failAlways("ModifyApisecEvents", refusal);
  await status("Ignored").click();
  await expect(handling).toContainText("Not written to the cloud", READ_BACK);
  await expect(handling).toContainText("Grant yundun-waf:ModifyApisecEvents");
  simulator.controls.faults.clear();
  await handling.getByRole("button", { name: "Send Ignored again" }).click();
  await expect(handling).toContainText("Verified in the cloud", READ_BACK);
  expect(writesOf(workbench, event).map((write) => write.status)).toEqual([403, 200]);
  expect(await rowOf(workbench, event.id)).toMatchObject({ status: "ignored", writeState: "verified" });
});

test("a bulk change tells what it will do, runs with progress, pauses, is found again, and names what it left", async ({
  workbench,
}) => {
  const { mia, ben } = workbench;
  const { page } = mia;
  const theirs = await untouchedEvent(workbench, "waf-threat", 10);
  await page.goto("/events?source=waf-threat&status=toBeConfirmed,confirmed");
  await expect(page.locator("tbody [data-index]").first()).toBeVisible();
  const bar = page.getByRole("region", { name: "Selection" });
  await expect(async () => {
    await page.keyboard.press("Control+a");
    await expect(bar).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await bar.getByRole("button", { name: "Select all 2,400 that match" }).click();
  await expect(bar).toContainText("All 2,400 that matched");
  await ben.page.goto(`/events/${theirs.id}`);
  await workOn(ben.page).status("Confirmed").click();
  await expect(workOn(ben.page).status("Confirmed")).toHaveAttribute(...pressed);
  await expectStored(workbench, theirs, "confirmed");

  await bar.getByRole("button", { name: "Ignored" }).click();
  const dialog = page.getByRole("dialog", { name: "Set a status" });
  await expect(dialog).toContainText("2,399 events will change. 1 event will not.");
  await expect(dialog).toContainText("1 stays: somebody else changed its status after you selected");
  const held = await holdEvent(workbench.databaseUrl, (await untouchedEvent(workbench, "waf-threat", 20)).id);
  await dialog.getByRole("button", { name: "Change 2,399 events" }).click();
  const order = page.waitForResponse((response) => response.request().method() === "PATCH");
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await held.letGoBefore(order);
  expect((await order).request().postDataJSON()).toEqual({ action: "pause" });
  expect((await order).status()).toBe(200);
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Bulk changes" }).click();
  const drawer = page.getByRole("dialog", { name: "Bulk changes" });
  await expect(drawer).toContainText("Set 2,400 events to Ignored");
  await drawer.getByRole("button", { name: "Resume" }).click();
  await expect(drawer).toContainText("2,400 of 2,400 (100 %)", READ_BACK);
  await expect(drawer).toContainText("1 event was left as it is");
  await drawer.getByRole("button", { name: "What became of each event" }).click();
  await drawer.getByRole("button", { name: "Conflicts 1" }).click();
  await expect(drawer.getByRole("listitem").last()).toContainText(
    "Somebody else changed the status meanwhile",
  );
  expect(await rowOf(workbench, theirs.id)).toMatchObject({ status: "confirmed" });
  const applyMine = drawer.getByRole("button", { name: "Apply mine to 1 event" });
  await changePolicy(workbench, { requireNote: "closing" });
  await applyMine.click();
  await expect(drawer).toContainText("This installation asks for a note with this change.");
  await drawer.getByLabel("Note").fill("Our own scanner");
  await applyMine.click();
  await expectStored(workbench, theirs, "ignored");
  await expect(drawer.getByLabel("Note")).toBeHidden();
  await changePolicy(workbench, { requireNote: "never" });

  const actions = await recordOf(workbench, await newestJob(workbench, 2_400));
  expect(actions.map(({ action }) => action)).toEqual([
    "job.finished",
    "job.resumed",
    "job.paused",
    "job.started",
  ]);
  expect(await changesOf(workbench, theirs.id)).toMatchObject([
    { by: mia.username, from: "confirmed", to: "ignored" },
    { by: ben.username, to: "confirmed" },
  ]);
});

test("somebody from the identity provider gets the role of their group; whoever has none is told so", async ({
  workbench: { address, provider },
  browser,
}) => {
  const visit = async (username: string, groups: readonly string[]) => {
    provider.signedInAs({ sub: username, preferred_username: username, groups });
    const page = await (
      await browser.newContext({ baseURL: address, storageState: { cookies: [], origins: [] } })
    ).newPage();
    await page.goto("/events?severity=high");
    const leaving = page.waitForRequest((request) => request.url().startsWith(`${provider.issuer}/auth?`));
    await page.getByRole("button", { name: "Example SSO" }).click();
    const asked = new URL((await leaving).url()).searchParams;
    expect(asked.get("code_challenge_method")).toBe("S256");
    return page;
  };
  const noor = await visit("noor", ["staff", "soc"]);
  await expect(noor).toHaveURL(`${address}/events?severity=high`);
  expect(await (await noor.request.get("/api/session")).json()).toMatchObject({
    user: { username: "noor", role: "analyst" },
  });
  await noor.context().close();

  const stranger = await visit("stranger", ["sales"]);
  await expect(stranger.getByRole("main")).toContainText("none of the groups that may use Watchfloor");
  expect((await stranger.request.get("/api/session")).status()).toBe(401);
  await stranger.context().close();
});
