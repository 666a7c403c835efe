import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { exportManifestSchema } from "@/lib/api/event-export";
import { openDatabase } from "@/lib/server/db/client";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { createLogger } from "@/lib/server/log";
import { EXPORT_PAGE } from "@/lib/server/triage/export/export-events";
import { EXPORT_LIMITS } from "@/lib/server/triage/export/export-slots";
import { mappedEvent } from "@/tests/support/event-factory";
import { createDatabase } from "@/tests/support/postgres-server";
import { expectProblem } from "@/tests/support/problem";
import { type Installation, newInstallation } from "@/tests/support/processes/installation";
import { jsonAnswer } from "@/tests/support/processes/json-answer";
import type { AppProcess } from "@/tests/support/processes/start-app";

/** Far more than the network's buffers hold: a server that runs ahead of its readers would be seen. */
const EVENTS = 3 * EXPORT_PAGE;
const TEXT_LENGTH = 10_000;
const PATIENCE = { timeout: 20_000, interval: 50 };
const FILE = "/api/events/export?format=ndjson";

let installation: Installation;
let app: AppProcess;

beforeAll(async () => {
  const url = await createDatabase(inject("postgresUrl"));
  const database = await openDatabase({ url, dataDir: null, logger: createLogger("fatal") });
  const events = Array.from({ length: EVENTS }, (_, index) =>
    mappedEvent({ upstreamKey: `event-${index}`, description: "x".repeat(TEXT_LENGTH), raw: "{}" }),
  );
  await writeEvents(database.orm, { connection: "w", events, syncedAt: new Date() });
  await database.close();
  installation = await newInstallation(url, null);
  app = await installation.start();
});
afterAll(() => installation.remove());

/** Asks for a file and reads nothing of it, as slow as one can be. */
const beginFile = (app: AppProcess) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    get(`${app.address}${FILE}`, { headers: { cookie: app.cookie } }, (response) => {
      response.pause();
      resolve(response);
    }).on("error", reject);
  });

/** The manifest of a file once nothing more is written to it. */
function manifestAtEnd(response: IncomingMessage) {
  const [, path = ""] = /<([^>]+)>/.exec(response.headers.link?.toString() ?? "") ?? [];
  return vi.waitFor(async () => {
    const manifest = await jsonAnswer(app.ask(path), exportManifestSchema);
    expect(manifest.finishedAt).not.toBeNull();
    return manifest;
  }, PATIENCE);
}

describe("people who read an export very slowly", () => {
  const slow: IncomingMessage[] = [];

  it("hold no connection to the database: others work as ever, and read whole files meanwhile", async () => {
    while (slow.length < EXPORT_LIMITS.perPerson - 1) slow.push(await beginFile(app));
    expect(slow.map(({ statusCode }) => statusCode)).toEqual(slow.map(() => 200));
    const lists = await Promise.all(Array.from({ length: 30 }, () => app.ask("/api/events?limit=1")));
    expect(lists.map(({ status }) => status)).toEqual(lists.map(() => 200));
    const whole = await (await app.ask(FILE)).text();
    expect(whole.split("\n")).toHaveLength(EVENTS + 1);
  });

  it("are refused beyond a number, and told so", async () => {
    slow.push(await beginFile(app));
    const { detail } = await expectProblem(await app.ask(FILE), "rate-limited");
    expect(detail).toContain(`At most ${EXPORT_LIMITS.perPerson} exports of one person`);
    await expectProblem(await app.ask("/api/activity/export?format=csv"), "rate-limited");
  });

  it("make the server read no further ahead than the network takes, and their files are not complete", async () => {
    for (const response of slow) response.destroy();
    for (const response of slow) {
      const manifest = await manifestAtEnd(response);
      expect(manifest).toMatchObject({ complete: false, matching: EVENTS });
      expect(manifest.rows).toBeLessThan(EVENTS);
    }
    const again = await app.ask(FILE);
    expect(again.status).toBe(200);
    await again.body?.cancel();
  });
});

describe("somebody who has stopped reading an export", () => {
  it("is disconnected in the middle of the file, which is not complete; who goes on reading is not", async () => {
    const strict = await installation.start({ exportIdleMs: 1_500 });
    const [still, reading] = [await beginFile(strict), await beginFile(strict)];
    const broken = once(still, "error");
    expect((await text(reading)).split("\n")).toHaveLength(EVENTS + 1);
    expect(await manifestAtEnd(reading)).toMatchObject({ complete: true });
    expect(await manifestAtEnd(still)).toMatchObject({ complete: false });
    still.resume();
    expect(await broken).toMatchObject([{ code: "ECONNRESET" }]);
  });
});
