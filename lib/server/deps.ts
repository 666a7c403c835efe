import type { Logger } from "pino";
import type { Freshness } from "@/lib/api/event-list";
import type { ApiTokens } from "./auth/api-tokens";
import type { Sessions } from "./auth/sessions";
import type { SignInLimits } from "./auth/sign-in-limits";
import type { Clock } from "./clock";
import type { CloudClient } from "./clouds/operation";
import type { ConnectionConfig } from "./config/connection-config";
import type { Secret } from "./config/secret";
import type { Database } from "./db/database";
import type { WriteWatch } from "./db/write-watch";
import type { Env } from "./env";
import type { ExchangeScope } from "./http/exchange-scope";
import type { RequestLimits } from "./http/request-limits";
import type { LogScope } from "./log";
import type { Metrics } from "./metrics/create-metrics";
import type { ExportSlots } from "./triage/export/export-slots";
import type { LiveDetails } from "./triage/live-details";
import type { LiveStreams } from "./triage/live-streams";
import type { ViewMemory } from "./triage/view-memory";

/** A configured connection and the client that calls it. */
export type ConnectedCloud = { readonly config: ConnectionConfig; readonly client: CloudClient };

/** Everything that use cases and routes need from outside themselves. */
export type Deps = {
  readonly env: Env;
  readonly clock: Clock;
  readonly log: Logger;
  /** Entered by every request, so that what is logged on its way carries its id. */
  readonly logScope: LogScope;
  /** Leads from a request's work to its HTTP answer; empty where nobody listens to exchanges. */
  readonly exchangeScope: ExchangeScope;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly writeWatch: WriteWatch;
  /** By connection id. */
  readonly clouds: ReadonlyMap<string, ConnectedCloud>;
  readonly exportSlots: ExportSlots;
  readonly liveDetails: LiveDetails;
  readonly liveStreams: LiveStreams;
  /** How fresh the copy of each source of each connection is. */
  readonly readFreshness: () => Promise<Freshness[]>;
  readonly viewMemory: ViewMemory;
  readonly authSecret: Secret;
  readonly sessions: Sessions;
  readonly apiTokens: ApiTokens;
  readonly signInLimits: SignInLimits;
  readonly requestLimits: RequestLimits;
  /** How long a change waits before it is sent to a cloud, so that it can be undone. Milliseconds. */
  readonly undoDelayMs: number;
  /** Check every answer against its schema: in development and in tests. */
  readonly checkAnswers: boolean;
  close(): Promise<void>;
};

declare global {
  // Next bundles instrumentation and every route apart: what they share can only hang here.
  var watchfloorDeps: Promise<Deps> | undefined;
}

/** Makes `deps` the ones of this process. */
export function installDeps(deps: Promise<Deps> | undefined): void {
  globalThis.watchfloorDeps = deps;
}

/** The dependencies of this process. @throws Error before the start-up has installed them. */
export async function getDeps(): Promise<Deps> {
  if (!globalThis.watchfloorDeps) throw new Error("The server has not started yet.");
  return globalThis.watchfloorDeps;
}
