import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MAX_NOTICED } from "@/lib/api/max-noticed";
import { NO_CHANGES } from "@/lib/server/db/event-notices";
import { LiveStream, STREAM_TIMING } from "@/lib/server/triage/live-stream";
import { readMessages } from "@/tests/support/message-reader";

const NOW = new Date("2026-03-31T12:00:00.000Z");
let ended = 0;
let allowed: () => Promise<boolean>;

beforeEach(() => {
  vi.useFakeTimers();
  ended = 0;
  allowed = async () => true;
});
afterEach(() => vi.useRealTimers());

function openStream() {
  const stream = new LiveStream({
    clock: () => NOW,
    timing: STREAM_TIMING,
    stillAllowed: () => allowed(),
    onEnd: () => {
      ended += 1;
    },
  });
  return stream;
}

const changed = (...updated: string[]) => ({ ...NO_CHANGES, updated });
const added = (inserted: number) => ({ ...NO_CHANGES, inserted });
const worked = (...ids: string[]) => ({ ...NO_CHANGES, worked: ids });
const at = NOW.toISOString();

test("changes within a moment are told together", async () => {
  const stream = openStream();
  const messages = readMessages(stream.body);
  await messages.nextOf("resync");
  stream.tell(added(3));
  stream.tell(changed("a", "b"));
  stream.tell(changed("b"));
  stream.tell(added(1));
  await vi.advanceTimersByTimeAsync(STREAM_TIMING.gather);
  expect(await messages.next()).toEqual({
    type: "events",
    at,
    inserted: 4,
    updated: ["a", "b"],
    moreUpdated: 0,
  });
});

test("work on events is told apart from their changes, and wakes nobody who only shows rows", async () => {
  const stream = openStream();
  const messages = readMessages(stream.body);
  await messages.nextOf("resync");
  stream.tell(worked("a"));
  stream.tell(worked("a", "b"));
  await vi.advanceTimersByTimeAsync(STREAM_TIMING.gather);
  expect(await messages.next()).toEqual({ type: "work", at, events: ["a", "b"], more: 0 });
});

test("lost notices become one request to read everything again", async () => {
  const stream = openStream();
  const messages = readMessages(stream.body);
  await messages.nextOf("resync");
  stream.tell(changed("a"));
  stream.tellLost();
  await vi.advanceTimersByTimeAsync(STREAM_TIMING.gather);
  expect(await messages.next()).toEqual({ type: "resync", at });
});

test("a reader who does not read gets no queue, but all that gathered in one message", async () => {
  const stream = openStream();
  const rounds = 200;
  for (let round = 0; round < rounds; round += 1) {
    stream.tell({
      ...changed(...Array.from({ length: 50 }, (_, index) => `${round}-${index}`)),
      inserted: 1,
    });
    await vi.advanceTimersByTimeAsync(STREAM_TIMING.gather / 10);
  }
  const messages = readMessages(stream.body);
  await messages.nextOf("resync");
  let inserted = 0;
  let told = 0;
  let received = 0;
  while (inserted < rounds) {
    const reading = messages.nextOf("events");
    await vi.advanceTimersByTimeAsync(STREAM_TIMING.gather);
    const message = await reading;
    inserted += message.inserted;
    told += message.updated.length + message.moreUpdated;
    received += 1;
    expect(message.updated.length).toBeLessThanOrEqual(MAX_NOTICED);
  }
  expect(told).toBe(rounds * 50);
  expect(received).toBeLessThanOrEqual(rounds / 10 + 1);
});

test("a reader who has stopped reading is disconnected", async () => {
  const stream = openStream();
  const size = 60;
  // Enough for the buffer: about two kilobytes each.
  for (let sent = 0; sent < size; sent += 1) {
    stream.tell(changed(...Array.from({ length: MAX_NOTICED }, (_, index) => `event-${sent}-${index}-0000`)));
    await vi.advanceTimersByTimeAsync(STREAM_TIMING.gather);
  }
  await vi.advanceTimersByTimeAsync(STREAM_TIMING.heartbeat);
  expect(ended).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("a quiet stream gives signs of life", async () => {
  const stream = openStream();
  const reader = stream.body.getReader();
  const read = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await read()).toContain("retry: ");
  expect(await read()).toContain("resync");
  await vi.advanceTimersByTimeAsync(STREAM_TIMING.heartbeat);
  expect(await read()).toBe("event: alive\ndata: {}\n\n");
  expect(ended).toBe(0);
});

test.each<[why: string, answer: () => Promise<boolean>, last: object | null]>([
  ["may no longer listen", async () => false, { type: "end", reason: "session-ended" }],
  ["cannot be checked", () => Promise.reject(new Error("The database is down.")), null],
])("a stream ends when its reader %s", async (_why, answer, last) => {
  const stream = openStream();
  const messages = readMessages(stream.body);
  await messages.nextOf("resync");
  allowed = answer;
  await vi.advanceTimersByTimeAsync(STREAM_TIMING.recheck);
  expect(await messages.next()).toEqual(last);
  expect(ended).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("a reader who leaves is forgotten, whatever comes afterwards", async () => {
  const stream = openStream();
  await readMessages(stream.body).cancel();
  stream.tell(added(1));
  stream.tellLost();
  stream.end("server-stopping");
  expect(ended).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});
