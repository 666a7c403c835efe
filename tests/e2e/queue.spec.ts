import { eventFacetsSchema } from "@/lib/api/event-list";
import { adminPassword } from "./environment";
import { SIGNED_IN } from "./signed-in";
import { firstEvent } from "./support/events";
import { intercept } from "./support/intercept";
import { everyOne, queueOn } from "./support/queue";
import { signIn } from "./support/sign-in";
import { textsIn } from "./support/texts";
import { expect, test } from "./support/watched-test";

const en = textsIn("en");

test.describe("the queue", () => {
  test("has its first rows in the HTML that the server sends", async ({ page }) => {
    const html = await (await page.request.get("/events")).text();
    expect(html.match(/data-index="/g)?.length ?? 0).toBeGreaterThan(10);
  });

  for (const [source, label] of Object.entries(en.format.source)) {
    test(`shows events of ${label}`, async ({ page }) => {
      await page.goto(`/events?source=${source}`);
      await expect.poll(async () => everyOne(await queueOn(page).column("source"), label)).toBe(true);
    });
  }

  test("narrows by severity and time, and the URL shows the same rows to somebody else", async ({
    page,
    browser,
  }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await queue.facet("Severity").getByRole("checkbox", { name: "High" }).check();
    await expect.poll(async () => everyOne(await queue.column("severity"), "High")).toBe(true);
    await page.getByRole("button", { name: /Time range/ }).click();
    await page.getByRole("button", { name: "Last 7 days" }).click();
    await expect(queue.chips).toContainText("High");
    await expect(queue.chips).toContainText("Last 7 days");
    await expect(page).toHaveURL(/severity=high&from=-7d/);

    const other = await browser.newContext({ storageState: SIGNED_IN });
    const elsewhere = await other.newPage();
    await elsewhere.goto(page.url());
    const theirs = queueOn(elsewhere);
    await expect(theirs.chips).toContainText("Last 7 days");
    await expect.poll(async () => everyOne(await theirs.column("severity"), "High")).toBe(true);
    await other.close();
  });

  test("excludes a value, makes one the only one, and forgets all of it", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?severity=low,info");
    await page.getByRole("button", { name: "Exclude Source Cloud Firewall" }).click();
    await expect(page).toHaveURL(/source=-cloud-firewall/);
    await page.getByRole("button", { name: "Only Severity Critical" }).click();
    await expect.poll(async () => everyOne(await queue.column("severity"), "Critical")).toBe(true);
    expect(await queue.column("source")).not.toContain("Cloud Firewall");
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect(page).toHaveURL(/\/events\?sort=-lastSeenAt$/);
    await expect(queue.chips).toBeHidden();
  });

  test("finds a value of a facet that is not among the most frequent ones", async ({ page }) => {
    const answer = await page.request.get("/api/events/facets?fields=attacker&top=1000");
    const rarest = eventFacetsSchema.parse(await answer.json()).facets.attacker?.at(-1)?.value ?? "";
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    const facet = queue.facet("Attacker");
    await facet.getByRole("button", { name: "Attacker", exact: true }).click();
    await facet.getByRole("textbox", { name: "Search Attacker values" }).fill(rarest);
    await facet.getByRole("checkbox", { name: rarest, exact: true }).check();
    await expect(page).toHaveURL((url) => url.searchParams.get("attacker") === rarest);
    await expect(queue.chips).toContainText(rarest);
    await expect(facet.getByRole("checkbox", { name: rarest, exact: true })).toBeChecked();
    const { id } = await firstEvent(page, { attacker: rarest, sort: "-lastSeenAt" });
    await expect(queue.titles.first()).toHaveAttribute("href", new RegExp(id));
  });

  test("sorts by attacks both ways and says so to a screen reader", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    const attacks = async () =>
      (await queue.column("attackCount")).map((text) => Number(text.replace(/\D/g, "")));
    const heading = queue.table.getByRole("columnheader", { name: "Attacks" });
    const inOrder = async (compare: (left: number, right: number) => number) =>
      (await attacks()).join() === (await attacks()).toSorted(compare).join();

    await heading.getByRole("button").click();
    await expect(heading).toHaveAttribute("aria-sort", "descending");
    await expect.poll(() => inOrder((left, right) => right - left)).toBe(true);
    await heading.getByRole("button").click();
    await expect(heading).toHaveAttribute("aria-sort", "ascending");
    await expect(page).toHaveURL(/sort=attackCount/);
    await expect.poll(() => inOrder((left, right) => left - right)).toBe(true);
  });

  test("narrows the time from the timeline, by keyboard", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?from=-30d");
    const bars = queue.timeline.getByRole("group").getByRole("button");
    await expect(bars.first()).toBeAttached();
    await bars.last().focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/from=20\d\d-.*&to=20\d\d-/);
    await expect(queue.chips).toContainText("Time");
  });

  test("narrows the time from the timeline, by a finger that is drawn over it", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?from=-30d");
    const bars = queue.timeline.getByRole("group").getByRole("button");
    await bars.first().waitFor();
    const [first, last] = [await bars.nth(10).boundingBox(), await bars.nth(14).boundingBox()];
    const labels = [
      await bars.nth(10).getAttribute("aria-label"),
      await bars.nth(14).getAttribute("aria-label"),
    ];
    if (!(first && last)) throw new Error("The timeline has too few bars.");
    const finger = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove", x: number) =>
      finger.send("Input.dispatchTouchEvent", { type, touchPoints: [{ x, y: first.y + 20 }] });
    await touch("touchStart", first.x + first.width / 2);
    for (let x = first.x + first.width; x <= last.x + last.width / 2; x += 4) await touch("touchMove", x);
    await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    const [from] = labels[0]?.split(" to ") ?? [];
    const [to] = labels[1]?.split(" to ")[1]?.split(": ") ?? [];
    await expect(queue.chips).toContainText(`${from} – ${to}`);
  });

  test("keeps the ways to another time in sight beside two instants, on a phone", async ({ page }) => {
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto("/events?from=2026-10-06T10:15:00Z&to=2026-10-07T10:45:00Z");
      for (const name of ["Zoom out: twice the time", "Back to the time before"]) {
        const step = page.getByRole("button", { name, exact: true });
        await expect(step).toBeInViewport({ ratio: 1 });
      }
    }
  });

  test("leaves the time as it is when the timeline is clicked with the right button", async ({ page }) => {
    const queue = queueOn(page);
    await page.goto("/events?from=-30d");
    const bars = queue.timeline.getByRole("group").getByRole("button");
    await bars.first().click({ button: "right" });
    // A later choice shows that the click has been dealt with.
    await queue.timeline.getByText("Attacks", { exact: true }).click();
    await expect(page).toHaveURL(/measure=attacks/);
    expect(new URL(page.url()).searchParams.get("from")).toBe("-30d");
  });

  test("counts attacks instead of events when asked, and the link says so", async ({ page }) => {
    await page.goto("/events?sort=-lastSeenAt");
    await queueOn(page).timeline.getByText("Attacks", { exact: true }).click();
    await expect(page).toHaveURL(/measure=attacks/);
    await expect(queueOn(page).timeline.getByRole("caption")).toContainText("Attacks over time");
  });

  test("opens an old link and names what it no longer knows", async ({ page }) => {
    await page.goto("/events?severity=high,catastrophic&colour=red");
    await expect(page.getByText("Parts of this link were left out")).toContainText("catastrophic");
    await expect.poll(async () => everyOne(await queueOn(page).column("severity"), "High")).toBe(true);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page).toHaveURL(/\/events\?severity=high$/);
  });

  test("says that nothing matches, and how to get out of it", async ({ page }) => {
    await page.goto("/events?q=no-event-holds-this-text");
    await expect(page.getByText("No event matches")).toBeVisible();
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await expect(queueOn(page).rows.first()).toBeVisible();
  });

  test("keeps its rows when a part that is asked for cannot be loaded, and says so", async ({
    page,
    complaints,
  }) => {
    const queue = queueOn(page);
    await page.goto("/events?sort=-lastSeenAt");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await intercept(page, /\.js(\?|$)/, (route) => route.abort());
    await page.keyboard.press("?");
    const notice = page.getByRole("alert").filter({ hasText: "could not be loaded" });
    await expect(notice.getByRole("button", { name: "Reload the page" })).toBeVisible();
    await expect(queue.rows.first()).toBeVisible();
    expect(complaints.splice(0).every((text) => text.includes("net::ERR_FAILED"))).toBe(true);
  });

  test("reads by itself what could not be read, once the server gives signs of life again", async ({
    page,
    complaints,
  }) => {
    const queue = queueOn(page);
    const resync = JSON.stringify({ type: "resync", at: new Date().toISOString() });
    const body = `retry: 300\n\ndata: ${resync}\n\n`;
    await page.route("**/api/events/stream", (route) =>
      route.fulfill({ contentType: "text/event-stream", body }),
    );
    await page.goto("/events?sort=-lastSeenAt");
    await expect(queue.timeline.getByRole("group")).toBeVisible();
    await page.route(/\/api\/events\?/, (route) => route.abort());
    await queue.facet("Severity").getByRole("checkbox", { name: "High" }).check();
    await expect(page.getByText("The events could not be read")).toBeVisible();
    await page.unroute(/\/api\/events\?/);
    await expect.poll(async () => everyOne(await queue.column("severity"), "High")).toBe(true);
    expect(complaints.splice(0).every((text) => text.includes("net::ERR_FAILED"))).toBe(true);
  });

  test("tells a failed read from an empty one, and tries again", async ({ page, complaints }) => {
    await page.goto("/events?sort=-lastSeenAt");
    await intercept(page, "**/api/events?*", (route) => route.fulfill({ status: 503, body: "<html>" }));
    await page.getByRole("button", { name: "Only Severity Low" }).click();
    await expect(page.getByText("The events could not be read")).toBeVisible();
    await page.unroute("**/api/events?*");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(async () => everyOne(await queueOn(page).column("severity"), "Low")).toBe(true);
    // The browser itself reports the refused answers.
    expect(complaints.splice(0).every((text) => text.includes("503"))).toBe(true);
  });
});

test.describe("without a session", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("leads through the sign-in page back to the view of the link", async ({ page }) => {
    await signIn(page, adminPassword(), "/events?severity=critical");
    await expect(page).toHaveURL(/\/events\?severity=critical$/);
  });

  test("does not say which of username and password was wrong", async ({ page, complaints }) => {
    await signIn(page, "not the password", "/sign-in");
    await expect(page.getByText("Username or password is not right.")).toBeVisible();
    expect(complaints.splice(0).every((text) => text.includes("401"))).toBe(true);
  });
});
