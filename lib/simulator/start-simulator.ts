import { rpcDialect } from "@/lib/simulator/alibaba/rpc-dialect";
import { cloudFirewallProduct } from "@/lib/simulator/cloud-firewall/cloud-firewall-product";
import { CloudFirewallState } from "@/lib/simulator/cloud-firewall/cloud-firewall-state";
import { FaultBoard } from "@/lib/simulator/faults/fault-board";
import { type Dialect, Gateway } from "@/lib/simulator/gateway";
import { hssDialect } from "@/lib/simulator/hss/hss-dialect";
import { HssState } from "@/lib/simulator/hss/hss-state";
import { type RunningServer, startHttpServer } from "@/lib/simulator/http/http-server";
import { iamDialect } from "@/lib/simulator/iam/iam-dialect";
import { TokenBook } from "@/lib/simulator/iam/token-book";
import { RequestLog } from "@/lib/simulator/request-log";
import { Acs3Verifier } from "@/lib/simulator/signature/acs3-verifier";
import { type SimulatorControls, simulatorControls } from "@/lib/simulator/simulator-controls";
import {
  alibabaKeys,
  huaweiKeys,
  type SimulatorCredentials,
  simulatorCredentials,
} from "@/lib/simulator/simulator-credentials";
import { DEFAULT_LIMITS, type SimulatorOptions } from "@/lib/simulator/simulator-options";
import { loadScenario } from "@/lib/simulator/story/load-scenario";
import { wafProduct } from "@/lib/simulator/waf/waf-product";
import { WafState } from "@/lib/simulator/waf/waf-state";

export interface Simulator {
  /** Base URLs, without a slash at the end. */
  readonly endpoints: {
    readonly waf: string;
    readonly cloudFirewall: string;
    readonly hss: string;
    readonly iam: string;
  };
  readonly credentials: SimulatorCredentials;
  readonly controls: SimulatorControls;
  /** Cuts every connection and frees the ports. A second call has nothing to do. */
  close(): Promise<void>;
}

/**
 * Starts the simulated clouds as HTTP servers of their own.
 *
 * @throws when a port is taken; servers that had begun to listen are closed again.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const seed = options.seed ?? 1;
  const clock = options.clock ?? (() => new Date());
  const wallClock = options.wallClock ?? (() => new Date());
  const faults = new FaultBoard();
  const log = new RequestLog();
  const credentials = simulatorCredentials(seed);
  let account = credentials.iam;
  let keys = alibabaKeys(credentials);
  const limits = options.limits ?? {};
  const waf = new WafState(
    faults,
    clock,
    { ...DEFAULT_LIMITS.waf, ...limits.waf },
    {
      InstanceId: credentials.instanceId,
      RegionId: "cn-hangzhou",
    },
  );
  const cloudFirewall = new CloudFirewallState(faults, clock, {
    ...DEFAULT_LIMITS.cloudFirewall,
    ...limits.cloudFirewall,
  });
  const hss = new HssState(faults, clock, { ...DEFAULT_LIMITS.hss, ...limits.hss }, credentials.projectId);
  const tokens = new TokenBook(seed, limits.tokenLifetimeMs ?? DEFAULT_LIMITS.tokenLifetimeMs);
  const followStory = loadScenario(options.scenario ?? "demo", seed, { waf, cloudFirewall, hss });
  followStory(clock());

  const servers: RunningServer[] = [];
  async function serve(name: "waf" | "cloudFirewall" | "hss" | "iam", dialect: Dialect): Promise<string> {
    const gateway = new Gateway(name, dialect, { faults, log, wallClock, seed });
    const server = await startHttpServer(
      options.host ?? "127.0.0.1",
      options.ports?.[name] ?? 0,
      (request) => {
        followStory(clock());
        return gateway.handle(request);
      },
    );
    servers.push(server);
    return server.url;
  }
  async function close(): Promise<void> {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  }

  // Nonces are remembered per key over both Alibaba products, as at the real gateway.
  const verifier = new Acs3Verifier(() => keys, wallClock);
  const userIdOf = () => credentials.userId;
  try {
    const endpoints = {
      waf: await serve("waf", rpcDialect(wafProduct(waf, userIdOf), verifier)),
      cloudFirewall: await serve("cloudFirewall", rpcDialect(cloudFirewallProduct(cloudFirewall), verifier)),
      hss: await serve("hss", hssDialect(hss, { keys: () => huaweiKeys(credentials), tokens, wallClock })),
      iam: await serve(
        "iam",
        iamDialect(() => account, tokens, wallClock),
      ),
    };
    const controls = simulatorControls({
      faults,
      requests: log,
      waf,
      cloudFirewall,
      hss,
      tokens,
      setPassword: (password) => {
        account = { ...account, password };
      },
      expireSts: () => {
        keys = keys.map((key) => (key.securityToken === undefined ? key : { ...key, expiresAt: 0 }));
      },
    });
    return { endpoints, credentials, controls, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}
