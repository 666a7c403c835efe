import { withProduct } from "@/scripts/product";
import { createDatabase, startPostgresServer } from "@/tests/support/postgres-server";
import { signIn } from "./support/sign-in";
import { expect, test } from "./support/watched-test";

test.use({ storageState: { cookies: [], origins: [] } });

test("while the database is away, every page says so and when to come again", async ({
  page,
  complaints,
}) => {
  test.setTimeout(300_000);
  const postgres = await startPostgresServer();
  let running = true;
  try {
    const environment = { DATABASE_URL: await createDatabase(postgres.url) };
    await withProduct(
      process.cwd(),
      async ({ address, adminPassword }) => {
        await signIn(page, adminPassword, `${address}/sources`);
        await expect(page.getByRole("heading", { level: 1, name: "Sources" })).toBeVisible();
        const { cookies } = await page.context().storageState();
        expect(cookies.length).toBeGreaterThan(0);
        running = false;
        await postgres.stop();
        for (const path of ["/", "/events", "/activity", "/settings/people", "/sources"]) {
          const answer = await page.goto(`${address}${path}`);
          expect(answer?.status(), path).toBe(503);
          expect(await answer?.headerValue("retry-after"), path).toBe("5");
          await expect(page.getByRole("main")).toContainText("The database cannot be reached.");
        }
        await page.context().clearCookies();
        await page.goto("about:blank");
      },
      { environment },
    );
  } finally {
    if (running) await postgres.stop();
  }
  // The browser complains of every such answer, React of what the server could not render (441), and nobody of more.
  expect(complaints.filter((text) => !/ 503 |React error #441/.test(text))).toEqual([]);
  complaints.length = 0;
});
