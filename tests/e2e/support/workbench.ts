import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { type ActivityItem, activityListSchema } from "@/lib/api/activity";
import { eventListSchema } from "@/lib/api/event-list";
import { jobListSchema } from "@/lib/api/jobs";
import type { Policy } from "@/lib/api/policy";
import { settingsResponseSchema } from "@/lib/api/settings";
import type { SecurityEvent } from "@/lib/events/event";
import type { Status } from "@/lib/events/status";
import { apisecEvent, type Simulator, startSimulator, threatEvent } from "@/lib/simulator";
import { writeConnectionFile } from "@/lib/simulator/connection-file";
import { freePort } from "@/scripts/free-port";
import { withProduct } from "@/scripts/product";
import { type IdentityProvider, startIdentityProvider } from "@/tests/support/identity-provider";
import { createDatabase, startPostgresServer } from "@/tests/support/postgres-server";
import { readEvent } from "./events";
import { anotherPerson } from "./people";
import { signIn } from "./sign-in";

/** Events whose status the cloud keeps, and events whose status is ours alone: enough for several parts of a job. */
const CLOUD_EVENTS = 40;
const LOCAL_EVENTS = 2_400;

/** A product of its own beside clouds, a database and an identity provider that the test holds in its hands. */
export type Workbench = {
  readonly address: string;
  readonly databaseUrl: string;
  readonly simulator: Simulator;
  readonly provider: IdentityProvider;
  /** Two people at work, each with a browser of their own, and the administrator. */
  readonly admin: Page;
  readonly mia: Person;
  readonly ben: Person;
};

type Person = { readonly page: Page; readonly username: string };

function dataset(now: Date) {
  const seconds = Math.floor(now.getTime() / 1000);
  const times = (index: number) => ({ StartTs: seconds - 9_000 - index, EndTs: seconds - 3_600 - index });
  return {
    apisecEvents: Array.from({ length: CLOUD_EVENTS }, (_, index) => apisecEvent(index, times(index))),
    threatEvents: Array.from({ length: LOCAL_EVENTS }, (_, index) =>
      threatEvent(index, { startTs: seconds - 9_000 - index, EndTime: (seconds - 3_600 - index) * 1000 }),
    ),
  };
}

async function openBrowser(browser: Browser, address: string): Promise<Page> {
  return (
    await browser.newContext({ baseURL: address, storageState: { cookies: [], origins: [] } })
  ).newPage();
}

/** All events of the data set are in the index. */
async function waitForEvents(page: Page): Promise<void> {
  const total = async () => {
    const response = await page.request.get("/api/events?limit=1");
    return eventListSchema.parse(await response.json()).total;
  };
  await expect.poll(total, { timeout: 120_000 }).toBe(CLOUD_EVENTS + LOCAL_EVENTS);
}

/** Tests of several people at work on the same events. They share one product: each takes events of its own. */
export const test = base.extend<object, { workbench: Workbench }>({
  workbench: [
    async ({ browser }, use) => {
      const simulator = await startSimulator({ scenario: dataset(new Date()) });
      const directory = await mkdtemp(join(tmpdir(), "watchfloor-workbench-"));
      const port = await freePort();
      const redirectUri = `http://127.0.0.1:${port}/api/auth/callback/oidc`;
      const provider = await startIdentityProvider({ redirectUri, groupsIn: "id-token" });
      const postgres = await startPostgresServer();
      const databaseUrl = await createDatabase(postgres.url);
      const environment = {
        DATABASE_URL: databaseUrl,
        WATCHFLOOR_CONFIG: await writeConnectionFile(directory, simulator),
        WATCHFLOOR_OIDC_ISSUER: provider.issuer,
        WATCHFLOOR_OIDC_CLIENT_ID: provider.clientId,
        WATCHFLOOR_OIDC_CLIENT_SECRET: provider.clientSecret,
        WATCHFLOOR_OIDC_ROLE_MAP: "soc=analyst,soc-leads=admin",
        WATCHFLOOR_OIDC_NAME: "Example SSO",
      };
      try {
        await withProduct(
          process.cwd(),
          async ({ address, adminPassword }) => {
            const admin = await openBrowser(browser, address);
            await signIn(admin, adminPassword);
            await expect(admin.getByRole("navigation").first()).toBeVisible();
            const mia = await anotherPerson(admin, browser, "analyst", address);
            const ben = await anotherPerson(admin, browser, "analyst", address);
            await waitForEvents(admin);
            await use({ address, databaseUrl, simulator, provider, admin, mia, ben });
            for (const { page } of [{ page: admin }, mia, ben]) await page.context().close();
          },
          { environment, port },
        );
      } finally {
        await rm(directory, { recursive: true, force: true });
        await postgres.stop();
        await provider.close();
        await simulator.close();
      }
    },
    { scope: "worker", timeout: 240_000 },
  ],
});

/** An event that no other test takes: the `nth` of a source, which nobody has touched at the beginning. */
export async function untouchedEvent(
  { admin }: Workbench,
  source: string,
  nth: number,
): Promise<SecurityEvent> {
  const query = new URLSearchParams({ source, limit: String(nth + 1) });
  const { items } = eventListSchema.parse(await (await admin.request.get(`/api/events?${query}`)).json());
  const event = items[nth];
  if (!event) throw new Error(`There is no event ${nth} of ${source}.`);
  return event;
}

/** The event's row as the API gives it. */
export function rowOf({ admin }: Workbench, eventId: string): Promise<SecurityEvent> {
  return readEvent(admin, eventId);
}

/** Waits until the server has the status: the page of whoever changes it shows it before. */
export async function expectStored(
  workbench: Workbench,
  { id }: SecurityEvent,
  status: Status,
): Promise<void> {
  await expect.poll(async () => (await rowOf(workbench, id)).status).toBe(status);
}

/** What the installation asks of whoever changes a status, from now on. */
export async function changePolicy({ admin, address }: Workbench, policy: Partial<Policy>): Promise<void> {
  const { version } = settingsResponseSchema.parse(await (await admin.request.get("/api/settings")).json());
  const headers = { origin: address };
  const changed = await admin.request.patch("/api/settings", { headers, data: { version, policy } });
  expect(changed.ok()).toBe(true);
}

/** What the record holds of an event or another subject, newest first. */
export async function recordOf({ admin }: Workbench, subject: string): Promise<ActivityItem[]> {
  const response = await admin.request.get(`/api/activity?${new URLSearchParams({ subject, limit: "200" })}`);
  return activityListSchema.parse(await response.json()).items;
}

/** The status changes of an event in the record, newest first. */
export async function changesOf(workbench: Workbench, eventId: string) {
  const entries = await recordOf(workbench, eventId);
  return entries
    .filter(({ action }) => action.startsWith("status."))
    .map(({ action, actor, from, to }) => ({ action, by: actor.name ?? actor.id, from, to }));
}

/** How many changes to "Handled" a person made. */
export async function handledBy({ admin }: Workbench, { username }: Person): Promise<number> {
  const response = await admin.request.get(`/api/activity?person=${username}&statusTo=actioned`);
  return activityListSchema.parse(await response.json()).items.length;
}

/** The id of the newest bulk change of so many events. */
export async function newestJob({ admin }: Workbench, total: number): Promise<string> {
  const { jobs } = jobListSchema.parse(await (await admin.request.get("/api/jobs")).json());
  return jobs.find((job) => job.total === total)?.id ?? "";
}

/** The writes that reached the cloud for an event, in their order: its new status and the note beside it. */
export function writesOf({ simulator }: Workbench, { upstreamId }: SecurityEvent) {
  return simulator.controls.requests
    .all("ModifyApisecEvents")
    .filter(({ params }) => JSON.stringify(params).includes(upstreamId ?? "?"))
    .map(({ params, status }) => ({ to: params.UserStatus, note: params.Note, status }));
}

export { expect };
