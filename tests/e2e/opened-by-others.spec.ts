import { expect, test } from "./support/watched-test";

/** A site that opens the product and keeps what it is given. */
const OTHER_SITE = "http://localhost:1";
const OPENER = "<button onclick=\"opened = window.open(this.title, 'kept')\">Open</button>";

test("a window that another site opened is out of its reach, also on the next page", async ({
  page,
  context,
  baseURL,
}) => {
  await page.route(`${OTHER_SITE}/**`, (route) =>
    route.fulfill({ contentType: "text/html", body: `<title>Other site</title>${OPENER}` }),
  );
  await page.goto(OTHER_SITE);
  const button = page.getByRole("button");
  await button.evaluate(
    (element, address) => element.setAttribute("title", address),
    `${baseURL ?? ""}/events`,
  );
  const opening = context.waitForEvent("page");
  await button.click();
  const opened = await opening;
  const seen = () => page.evaluate("({ closed: opened.closed, frames: opened.length })");
  const opener = () => opened.evaluate(() => window.opener);
  await expect(opened.getByRole("heading", { level: 1 })).toBeVisible();
  expect([await seen(), await opener()]).toEqual([{ closed: true, frames: 0 }, null]);

  await opened.evaluate(() => location.assign("/sources"));
  await expect(opened).toHaveURL(/\/sources/);
  await expect(opened.getByRole("heading", { level: 1, name: "Sources" })).toBeVisible();
  expect([await seen(), await opener()]).toEqual([{ closed: true, frames: 0 }, null]);
});
