import { activityVerificationSchema } from "@/lib/api/activity";
import { eventListSchema } from "@/lib/api/event-list";
import { eventSelectionSchema } from "@/lib/api/event-selection";
import { eventNoteListSchema } from "@/lib/api/event-work";
import { jobSchema } from "@/lib/api/jobs";
import { random } from "@/lib/simulator/random";
import { type Client, withJson } from "../callers";
import { startApisecCloud } from "./apisec-cloud";
import { type Installation, newInstallation } from "./installation";
import { jsonAnswer } from "./json-answer";
import { killAtCall } from "./kill-at-call";
import { startBulk } from "./start-bulk";

const EVENTS = 60;
/** Among so many calls to the cloud, one is the last that a process makes. */
const LAST_CALL = 150;
const SETTLE_LIMIT_MS = 240_000;
const POLL_MS = 100;

/** What was acknowledged in one life. */
type Acknowledged = { readonly notes: readonly string[]; readonly jobs: readonly string[] };

/** What is left after the last life; everything that is empty or equal is as it should be. */
export type Survival = {
  readonly acknowledgedNotes: number;
  readonly missingNotes: readonly string[];
  readonly unsettledJobs: readonly string[];
  readonly events: number;
  /** Statuses that the cloud was told although it had them. */
  readonly repeatedOperations: number;
  readonly chainIntact: boolean;
};

/**
 * Starts the application as often as told and kills it (SIGKILL) at a seeded moment of reading, of a bulk change or
 * of reading back, while somebody writes notes and asks for bulk changes.
 * @param databaseUrl empty for the embedded database.
 */
export async function surviveKills(databaseUrl: string, lives: number, seed: number): Promise<Survival> {
  const time = { from: Date.now(), factor: 6 };
  const simulator = await startApisecCloud(EVENTS, time);
  const cloud = { simulator, products: ["waf"] } as const;
  const options = { time, undoDelayMs: 500, withoutBudgets: true };
  const installation = await newInstallation(databaseUrl, cloud, options);
  try {
    const moments = random("kills", seed);
    const acknowledged: Acknowledged[] = [];
    for (let life = 0; life < lives; life += 1) {
      const app = await installation.start();
      const call = moments.int(1, LAST_CALL);
      const death = killAtCall(simulator.controls.faults, app, { operation: "*", call });
      acknowledged.push(await workUntilDeath(app.ask, life));
      await death;
    }
    await installation.start();
    const left = await inspect(installation, acknowledged);
    const operations = simulator.controls.waf.apisecEvents.all().flatMap((event) => event.operations);
    const repeated = operations.filter(({ FromStatus, ToStatus }) => FromStatus === ToStatus);
    return { ...left, repeatedOperations: repeated.length };
  } finally {
    await installation.remove();
    await simulator.close();
  }
}

/** Works until the process does not answer any more. */
async function workUntilDeath(ask: Client, life: number): Promise<Acknowledged> {
  const notes: string[] = [];
  const jobs: string[] = [];
  try {
    const eventId = await anyEvent(ask);
    const request = withJson("POST", { query: "source=waf-api-security" });
    const { id } = await jsonAnswer(ask("/api/events/selection", request), eventSelectionSchema);
    const status = life % 2 === 0 ? "ignored" : "confirmed";
    jobs.push((await startBulk(ask, { selectionId: id, status })).jobId);
    for (let count = 1; ; count += 1) {
      const text = `note ${count} of life ${life}`;
      await jsonAnswer(ask(`/api/events/${eventId}/notes`, withJson("POST", { text })), eventNoteListSchema);
      notes.push(text);
    }
  } catch (error) {
    // What fetch throws when the connection is refused or breaks.
    if (!(error instanceof TypeError)) throw error;
  }
  return { notes, jobs };
}

/** The oldest event, once everything has been read: always the same one. */
async function anyEvent(ask: Client): Promise<string> {
  for (;;) {
    const { items, total } = await jsonAnswer(ask("/api/events?sort=lastSeenAt&limit=1"), eventListSchema);
    if (total === EVENTS && items[0]) return items[0].id;
    await pause();
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, POLL_MS));

async function inspect({ ask }: Installation, acknowledged: readonly Acknowledged[]) {
  const eventId = await anyEvent(ask);
  const deadline = Date.now() + SETTLE_LIMIT_MS;
  const unsettledJobs: string[] = [];
  for (const id of acknowledged.flatMap(({ jobs }) => jobs)) {
    if (!(await settles(ask, id, deadline))) unsettledJobs.push(id);
  }
  const { notes } = await jsonAnswer(ask(`/api/events/${eventId}/notes`), eventNoteListSchema);
  const wanted = acknowledged.flatMap((life) => life.notes);
  const chain = await jsonAnswer(ask("/api/activity/verification"), activityVerificationSchema);
  const { total } = await jsonAnswer(ask("/api/events?limit=1"), eventListSchema);
  return {
    acknowledgedNotes: wanted.length,
    missingNotes: wanted.filter((text) => notes.filter((note) => note.text === text).length !== 1),
    unsettledJobs,
    events: total,
    chainIntact: chain.intact,
  };
}

/** Whether a job is carried out for every event, and every write of it has come to an end. */
async function settles(ask: Client, id: string, deadline: number): Promise<boolean> {
  while (Date.now() < deadline) {
    const { state, total, done, writes } = await jsonAnswer(ask(`/api/jobs/${id}`), jobSchema);
    if (state === "done" && done === total && writes.queued + writes.sent === 0) return true;
    await pause();
  }
  return false;
}
