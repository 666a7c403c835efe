import { Socket } from "node:net";
import { Client, type ClientBase } from "pg";

/** In place of a limit. */
export const SILENCE_ALLOWED = 0;

/**
 * Breaks a connection on which nothing is sent or heard for so long: its server has died, or a network has cut it, without
 * a word. Whoever waits for an answer would otherwise wait until the operating system gives up, which takes a quarter of
 * an hour. Milliseconds.
 */
export function endWhenSilent(client: ClientBase, limitMs: number): void {
  const stream = client instanceof Client ? client.connection.stream : null;
  if (!(stream instanceof Socket)) return;
  stream.removeAllListeners("timeout");
  stream.setTimeout(limitMs);
  stream.once("timeout", () => stream.destroy(new Error("Connection terminated: the database fell silent")));
}

type Beat = {
  readonly everyMs: number;
  /** How long there may be no answer. */
  readonly silenceMs: number;
};

/**
 * Asks the server something again and again, which moves the session's `state_change`. A process that was stopped finds
 * out here, first thing when it goes on: timers come before anything that was waited for.
 * @returns what ends it.
 */
export function watchForSilence(
  client: ClientBase,
  { everyMs, silenceMs }: Beat,
  onSilence: () => void,
): () => void {
  let heardAt = performance.now();
  let asking = false;
  const timer = setInterval(() => {
    if (performance.now() - heardAt > silenceMs) return onSilence();
    if (asking) return;
    asking = true;
    client
      .query("SELECT 1")
      .then(
        () => {
          heardAt = performance.now();
        },
        () => onSilence(),
      )
      .finally(() => {
        asking = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
