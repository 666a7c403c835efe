import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { MetricsReading } from "./read-metrics";

/** What is counted while the server runs, and told to Prometheus. Durations in seconds, as is the custom there. */
export type Metrics = {
  /** @param route as declared, for example `/api/events/{eventId}`: there are few of them. */
  answered(exchange: { method: string; route: string; status: number }, seconds: number): void;
  /** @param outcome `ok`, or the kind of the error. */
  cloudCalled(call: { connection: string; operation: string; outcome: string }, seconds: number): void;
  /** How long a call waited for its turn. */
  waited(operation: string, seconds: number): void;
  /** Everything in Prometheus' text format. @param reading null while the database does not answer. */
  text(reading: MetricsReading | null): Promise<string>;
};

const ANSWER_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const CLOUD_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const WAIT_SECONDS = [0.01, 0.1, 0.5, 1, 5, 15, 60, 300];

/** What prom-client says of the event loop's lag when it has not measured any since it was asked last. */
const NOTHING_MEASURED = /^nodejs_eventloop_lag_mean_seconds nan$/im;
const LAG_SINCE = /^nodejs_eventloop_lag_\w+_seconds .*\n/gm;

export function createMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  const answers = new Histogram({
    name: "watchfloor_http_request_duration_seconds",
    help: "Time until a request to the API was answered; of a streamed answer, until it began",
    labelNames: ["method", "route", "status"],
    buckets: ANSWER_SECONDS,
    registers,
  });
  const calls = new Histogram({
    name: "watchfloor_cloud_call_duration_seconds",
    help: "Time of a call to a cloud with its retries and its waiting, by operation and outcome",
    labelNames: ["connection", "operation", "outcome"],
    buckets: CLOUD_SECONDS,
    registers,
  });
  const waits = new Histogram({
    name: "watchfloor_budget_wait_seconds",
    help: "Time that a call waited for the limit of its operation",
    labelNames: ["operation"],
    buckets: WAIT_SECONDS,
    registers,
  });
  const tell = createGauges(registers);
  let observesProcess = false;
  return {
    answered: (exchange, seconds) => answers.observe(exchange, seconds),
    cloudCalled: (call, seconds) => calls.observe(call, seconds),
    waited: (operation, seconds) => waits.observe({ operation }, seconds),
    async text(reading) {
      // Memory, CPU, file handles, garbage collection, event-loop lag.
      if (!observesProcess) collectDefaultMetrics({ register });
      observesProcess = true;
      tell(reading);
      const text = await register.metrics();
      return NOTHING_MEASURED.test(text) ? text.replace(LAG_SINCE, "") : text;
    },
  };
}

/** What is read from the database with every question. */
function createGauges(registers: Registry[]): (reading: MetricsReading | null) => void {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `watchfloor_${name}`, help, labelNames: [...labelNames], registers });
  const place = ["connection", "source"];
  const database = gauge("database_up", "1 while the database answers");
  const lag = gauge("sync_lag_seconds", "Time since all that was new had been read", place);
  const failing = gauge("sync_failing", "1 while the last reading failed", place);
  const events = gauge("events", "Events in the index", place);
  const quarantined = gauge("quarantined_records", "Records that were not understood", place);
  const outbox = gauge("outbox_changes", "Status changes on their way to a cloud", ["state"]);
  const overdue = gauge("outbox_overdue_seconds", "How long the oldest one that is due has been waiting");
  const jobs = gauge("jobs_unfinished", "Bulk changes that are queued or running");
  return (reading) => {
    for (const one of [lag, failing, events, quarantined, outbox]) one.reset();
    // Without a reading there is none, neither the last one nor zero, which resetting would tell.
    for (const one of [overdue, jobs]) one.remove();
    database.set(reading === null ? 0 : 1);
    if (reading === null) return;
    for (const { lagSeconds, ...source } of reading.sources) {
      const labels = { connection: source.connection, source: source.source };
      // A source that has never been read has no lag that could be told.
      if (lagSeconds !== null) lag.set(labels, lagSeconds);
      failing.set(labels, source.failing ? 1 : 0);
      events.set(labels, source.events);
      quarantined.set(labels, source.quarantined);
    }
    for (const { state, count } of reading.outbox) outbox.set({ state }, count);
    overdue.set(reading.overdueSeconds);
    jobs.set(reading.unfinishedJobs);
  };
}
