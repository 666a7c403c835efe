import { randomUUID } from "node:crypto";
import { deferred } from "@/tests/support/deferred";
import { PRODUCT_ADDRESS } from "./environment";
import { workOn } from "./support/event-work-parts";
import { quietEvent } from "./support/quiet-events";
import { expect, test } from "./support/watched-test";

test("a note that is being written outlives another event and a reload, and is empty once it is kept", async ({
  page,
}) => {
  const event = await quietEvent(page, "cloud-firewall", 7);
  await page.goto(`/events?source=cloud-firewall&sort=attackCount&status=toBeConfirmed&event=${event.id}`);
  const { notes } = workOn(page);
  const field = notes.getByLabel("Write a note");
  await field.fill("Asked the owner of");
  await page.getByRole("button", { name: "Next event" }).click();
  await expect(field).toHaveValue("");
  await page.getByRole("button", { name: "Previous event" }).click();
  await expect(field).toHaveValue("Asked the owner of");
  await page.goto(`/events/${event.id}`);
  await expect(field).toHaveValue("Asked the owner of");
  await field.fill("Asked the owner of the server.");
  await notes.getByRole("button", { name: "Add the note" }).click();
  await expect(notes.getByRole("listitem").last()).toContainText("Asked the owner of the server.");
  await expect(field).toHaveValue("");
  await notes.getByRole("button", { name: "Edit" }).last().click();
  await notes.getByLabel("Edit the note").fill("Asked the owner of the database");
  await page.reload();
  await expect(notes.getByLabel("Edit the note")).toHaveValue("Asked the owner of the database");
});

test("a long note is folded on the screen and printed whole", async ({ page }) => {
  const event = await quietEvent(page, "waf-threat", 12);
  const text = `${"Everything that we know. ".repeat(40)}The end.`;
  const headers = { origin: PRODUCT_ADDRESS };
  const added = await page.request.post(`/api/events/${event.id}/notes`, { headers, data: { text } });
  expect(added.status()).toBe(200);
  await page.goto(`/events/${event.id}`);
  const { notes } = workOn(page);
  await expect(notes.getByRole("button", { name: /^show all/ }).last()).toBeVisible();
  await expect(notes).not.toContainText("The end.");
  await page.emulateMedia({ media: "print" });
  await expect(notes).toContainText("The end.");
  await page.emulateMedia({ media: "screen" });
  await expect(notes).not.toContainText("The end.");
});

test("a note that is longer than a sheet is printed on as many as it needs", async ({ page }) => {
  const event = await quietEvent(page, "waf-threat", 14);
  await page.goto(`/events/${event.id}`);
  const { notes } = workOn(page);
  await expect(notes.getByLabel("Write a note")).toBeEditable();
  const sheets = async () => (await page.pdf()).toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
  const before = await sheets();
  const mark = randomUUID();
  const text = `${mark}\n${"One more line of what we know.\n".repeat(300)}The end of ${mark}.`;
  const headers = { origin: PRODUCT_ADDRESS };
  const added = await page.request.post(`/api/events/${event.id}/notes`, { headers, data: { text } });
  expect(added.status()).toBe(200);
  await expect(notes).toContainText(mark);
  expect((await sheets()) - before).toBeGreaterThan(3);
  await expect(notes).not.toContainText(`The end of ${mark}`);
});

test("what is typed while the note before it is being saved stays, for new notes and edited ones", async ({
  page,
}) => {
  const event = await quietEvent(page, "hss-rasp", 12);
  let answered = deferred<void>();
  await page.route("**/api/events/*/notes{,/*}", async (route) => {
    if (route.request().method() !== "GET") await answered.promise;
    await route.continue();
  });
  await page.goto(`/events/${event.id}`);
  const { notes } = workOn(page);
  const field = notes.getByLabel("Write a note");
  await field.fill("The first one.");
  await notes.getByRole("button", { name: "Add the note" }).click();
  await field.fill("The first one. And the next");
  answered.resolve();
  await expect(notes.getByRole("listitem")).toContainText("The first one.");
  await expect(field).toHaveValue("The first one. And the next");
  await page.reload();
  await expect(field).toHaveValue("The first one. And the next");

  answered = deferred<void>();
  await notes.getByRole("button", { name: "Edit" }).click();
  const edited = notes.getByLabel("Edit the note");
  await edited.fill("The first one, edited.");
  await notes.getByRole("button", { name: "Save" }).click();
  await edited.fill("The first one, edited. Once more");
  answered.resolve();
  await expect(notes.getByText("1 earlier version")).toBeVisible();
  await expect(edited).toHaveValue("The first one, edited. Once more");
  await notes.getByRole("button", { name: "Save" }).click();
  await expect(edited).toBeHidden();
});

test("a note that was kept after its event was left is no draft any more", async ({ page }) => {
  const event = await quietEvent(page, "cloud-firewall", 11);
  const answered = deferred<void>();
  await page.route(`**/api/events/${event.id}/notes`, async (route) => {
    if (route.request().method() === "POST") await answered.promise;
    await route.continue();
  });
  await page.goto(`/events?source=cloud-firewall&sort=attackCount&status=toBeConfirmed&event=${event.id}`);
  const { notes } = workOn(page);
  const field = notes.getByLabel("Write a note");
  const add = notes.getByRole("button", { name: "Add the note" });
  await field.fill("Sent and left.");
  await add.click();
  await page.getByRole("button", { name: "Next event" }).click();
  await expect(field).toHaveValue("");
  // Back before the answer: what is on its way is shown, and not sent twice.
  await page.getByRole("button", { name: "Previous event" }).click();
  await expect(field).toHaveValue("Sent and left.");
  await expect(add).toBeDisabled();
  await page.getByRole("button", { name: "Next event" }).click();
  await expect(field).toHaveValue("");
  const kept = page.waitForResponse(
    (response) => response.request().method() === "POST" && /notes$/.test(response.url()),
  );
  answered.resolve();
  await kept;
  await page.getByRole("button", { name: "Previous event" }).click();
  await expect(notes.getByRole("listitem")).toContainText("Sent and left.");
  await expect(field).toHaveValue("");
});

test("notes are written, edited with their history, and stay text", async ({ page }) => {
  const event = await quietEvent(page, "waf-threat", 7);
  await page.goto(`/events/${event.id}`);
  const { notes } = workOn(page);
  const text = "Asked **the shop** <b>team</b>.";
  await notes.getByLabel("Write a note").fill(text);
  await notes.getByRole("button", { name: "Add the note" }).click();
  const note = notes.getByRole("listitem").last();
  await expect(note).toContainText(text);
  await note.getByRole("button", { name: "Edit" }).click();
  await note.getByLabel("Edit the note").fill("They answered.");
  await note.getByRole("button", { name: "Save" }).click();
  await expect(notes).toContainText("They answered.");
  await notes.getByText("1 earlier version").last().click();
  await expect(notes).toContainText(text);
  expect(await notes.locator("b").count()).toBe(0);
});
