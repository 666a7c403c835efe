import { mkdtemp, open, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { activityVerificationSchema } from "@/lib/api/activity";
import { eventListSchema } from "@/lib/api/event-list";
import { eventNoteListSchema } from "@/lib/api/event-work";
import { startSimulator } from "@/lib/simulator";
import { writeConnectionFile } from "@/lib/simulator/connection-file";
import { withProduct } from "@/scripts/product";
import { createDatabase, startPostgresServer } from "@/tests/support/postgres-server";
import { jsonAnswer } from "@/tests/support/processes/json-answer";
import { type HttpClient, signInOverHttp } from "./server/http-client";

// What a disk that is really full does: the database (PostgreSQL, or the embedded one with `--engine pglite`) lies on a
// small file system, which is filled while somebody writes notes and the clouds are read, and emptied again. Prints
// what was seen and exits with 1 when anything was lost.
const { values } = parseArgs({
  options: {
    directory: { type: "string" },
    engine: { type: "string", default: "postgres" },
    seconds: { type: "string", default: "60" },
  },
});
const MOST_MEGABYTES = 2_000;
const MEGABYTE = 1_024 * 1_024;
/** Rows that the simulated clouds have at the start, about: then there is something to read. */
const ENOUGH_EVENTS = 1_000;
const WAIT_LIMIT_MS = 180_000;
/** Long, so that a table has to grow soon. */
const NOTE = "n".repeat(18_000);
const NOTES_BEFORE = 20;
const PAUSE_MS = 100;

const { directory } = values;
if (!directory) throw new Error("Name a directory on a small file system: --directory /mnt/small");
const { blocks, bsize } = await statfs(directory);
if ((blocks * bsize) / MEGABYTE > MOST_MEGABYTES) {
  throw new Error(
    `${directory} is larger than ${MOST_MEGABYTES} MB. Make a small one: mount -t tmpfs -o size=400m`,
  );
}

const filler = join(directory, "filler");
const connections = await mkdtemp(join(tmpdir(), "watchfloor-full-disk-"));
const onSmallDisk = await mkdtemp(join(directory, "database-"));
const server = values.engine === "postgres" ? await startPostgresServer({ keptIn: onSmallDisk }) : null;
const simulator = await startSimulator();
try {
  const environment = {
    ...(server ? { DATABASE_URL: await createDatabase(server.url) } : {}),
    WATCHFLOOR_CONFIG: await writeConnectionFile(connections, simulator),
  };
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const kept = await withProduct(
    root,
    async ({ address, adminPassword }) => drill(await signInOverHttp(address, adminPassword)),
    { environment, ...(server ? {} : { dataDirectory: onSmallDisk }) },
  );
  if (!kept) process.exitCode = 1;
} finally {
  await rm(filler, { force: true });
  await simulator.close();
  await server?.stop();
  for (const folder of [connections, onSmallDisk]) await rm(folder, { recursive: true, force: true });
}

/** Fills the disk, works on, makes room. @returns whether everything acknowledged is there and the record is whole. */
async function drill(client: HttpClient): Promise<boolean> {
  const eventId = await someEvent(client);
  const answers = new Map<string, number>();
  const acknowledged: string[] = [];
  const over = performance.now() + Number(values.seconds) * 1_000;
  for (let count = 1; performance.now() < over; count += 1) {
    if (count === NOTES_BEFORE) await fill();
    const text = `${count} ${NOTE}`;
    const note = await answer(client, `/api/events/${eventId}/notes`, { text });
    if (note === "200" || note === "201") acknowledged.push(text);
    const list = await answer(client, "/api/events");
    const health = await answer(client, "/api/health");
    for (const [what, code] of Object.entries({ note, list, health })) {
      answers.set(`${what}: ${code}`, (answers.get(`${what}: ${code}`) ?? 0) + 1);
    }
    await pause(PAUSE_MS);
  }
  console.log("answers before and while the disk was full", Object.fromEntries(answers));
  await rm(filler);
  const from = performance.now();
  await until(async () =>
    (await answer(client, `/api/events/${eventId}/notes`, { text: "room" })).startsWith("2"),
  );
  console.log(`a note was taken ${Math.round(performance.now() - from)} ms after there was room again`);
  await until(async () => (await answer(client, "/api/health")) === "200 ok ok");
  console.log(`health was as before after ${Math.round((performance.now() - from) / 1_000)} s`);

  const { notes } = await jsonAnswer(client.get(`/api/events/${eventId}/notes`), eventNoteListSchema);
  const there = new Set(notes.map(({ text }) => text));
  const missing = acknowledged.filter((text) => !there.has(text)).length;
  const { intact } = await jsonAnswer(client.get("/api/activity/verification"), activityVerificationSchema);
  const listWasEmpty = [...answers.keys()].some((key) => key === "list: 200 empty");
  console.log({ acknowledged: acknowledged.length, missing, recordIntact: intact, listWasEmpty });
  return missing === 0 && intact && !listWasEmpty;
}

async function someEvent(client: HttpClient): Promise<string> {
  let id = "";
  await until(async () => {
    const { items, total } = await jsonAnswer(client.get("/api/events?sort=-lastSeenAt"), eventListSchema);
    id = items[0]?.id ?? "";
    return total >= ENOUGH_EVENTS;
  });
  return id;
}

/** Writes until nothing more fits. */
async function fill(): Promise<void> {
  const file = await open(filler, "w");
  try {
    for (let size = MEGABYTE; size >= 1_024; ) {
      await file.write(Buffer.alloc(size)).catch(() => {
        size /= 4;
      });
    }
  } finally {
    await file.close().catch(() => undefined);
  }
}

/** Status and what matters of the answer, in a few words. */
async function answer(client: HttpClient, path: string, body?: object): Promise<string> {
  const response = await fetch(client.address + path, {
    headers: { cookie: client.cookie, origin: client.address, "content-type": "application/json" },
    ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (path === "/api/events" && response.ok)
    return eventListSchema.parse(JSON.parse(text)).items.length > 0 ? "200" : "200 empty";
  const states = [...text.matchAll(/"state":"(\w+)"/g)].map(([, state]) => state);
  if (path === "/api/health") return [response.status, ...states].join(" ");
  const [, code = ""] = response.ok ? [] : (/"code":"([\w-]+)"/.exec(text) ?? []);
  return `${response.status} ${code}`.trim();
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  let cause: unknown;
  for (const deadline = performance.now() + WAIT_LIMIT_MS; performance.now() < deadline; ) {
    try {
      if (await reached()) return;
    } catch (error) {
      cause = error;
    }
    await pause(PAUSE_MS);
  }
  throw new Error("It did not come to that in time.", { cause });
}
