import { type RaspEventRecord, raspEvent } from "@/lib/simulator/hss/rasp-event";
import type { Random } from "@/lib/simulator/random";
import { HOSTILE_TEXT } from "@/lib/simulator/story/hostile-text";
import { payloadOf } from "@/lib/simulator/story/http-sample";
import type { Probe } from "@/lib/simulator/story/probe-catalog";
import type { Scene } from "@/lib/simulator/story/scene";

const MAX_STACK = 4_096;
const MAX_HEADERS = 4_096;
const MAX_VALUE = 2_048;
const MAX_QUERY = 1_024;

function headersOf(source: Random, scene: Scene, address: string): string {
  const headers = {
    accept: ["*/*"],
    host: [`${scene.service.host}:${scene.service.port}`],
    "user-agent": [scene.actor.userAgent],
    "x-forwarded-for": [address, "192.0.2.254"],
    cookie: [`JSESSIONID=${source.hex(32).toUpperCase()}`],
    ...(source.chance(0.02) ? { "x-long": ["A".repeat(MAX_HEADERS)] } : {}),
  };
  // The declared length cuts a long text anywhere, and then it is no JSON any more.
  return JSON.stringify(headers).slice(0, MAX_HEADERS);
}

function oddities(source: Random, record: RaspEventRecord): Partial<RaspEventRecord> {
  return source.weighted<Partial<RaspEventRecord>>([
    [{}, 84],
    [{ attack_tag: capitalised(record.attack_tag) }, 6],
    [{ alarm_time: String(record.alarm_time) }, 1],
    [{ req_src_ip: "127.0.0.1", req_path: "", req_url: "/fileless" }, 2],
    [{ req_src_ip: "198.51.100.0/24" }, 0.7],
    [{ app_stack: "com.example.**********shieldAndEscapeReturn(*******:225)" }, 1.5],
    [{ app_stack: "" }, 1.5],
    [{ overrides: { attack_input_name: undefined, attack_input_value: undefined } }, 2],
    [
      {
        attack_input_value: HOSTILE_TEXT.rightToLeft + HOSTILE_TEXT.ansi,
        attack_input_name: HOSTILE_TEXT.svg,
      },
      0.8,
    ],
    [{ severity: "Notice", attack_tag: "supply_chain" }, 0.5],
  ]);
}

/** `attack_success` becomes "Attack Success": the words of the request parameter. */
function capitalised(tag: string): string {
  return tag
    .split("_")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");
}

/** One application-protection event of a scene, at the scene's start. */
export function raspScene(source: Random, scene: Scene, probe: Probe): RaspEventRecord {
  const { service, actor } = scene;
  const address = source.pick(actor.addresses);
  const payload = payloadOf(source, probe.technique);
  const api = source.pick(service.apis);
  const path = api.path.replace("{id}", String(source.int(1, 9_999)));
  const isGet = api.method === "GET";
  const query = isGet ? `q=${encodeURIComponent(payload)}`.slice(0, MAX_QUERY) : "";
  const record = raspEvent(source.hex(32), {
    host_name: service.serverName,
    private_ip: service.privateIps.join(","),
    alarm_time: scene.start * 1000 + source.int(0, 999),
    event_name: probe.rule,
    severity: probe.severity,
    req_src_ip: address,
    app_stack: probe.stack.join("\n").slice(0, MAX_STACK),
    attack_input_name: source.pick(["q", "name", "X-Api-Version", "file", "page", "username"]),
    attack_input_value: payload.slice(0, MAX_VALUE),
    query_string: query,
    req_headers: headersOf(source, scene, address),
    req_method: api.method,
    req_params: isGet ? "" : `name=${encodeURIComponent(payload)}&page=1`.slice(0, MAX_VALUE),
    req_path: path,
    req_protocol: source.pick(["HTTP/1.1", "HTTP/1.1", "HTTP/2"]),
    req_url: `http://${service.host}:${service.port}${path}${query === "" ? "" : `?${query}`}`.slice(
      0,
      MAX_QUERY,
    ),
    attack_tag: probe.tag,
    chk_probe: probe.probe,
    chk_rule: probe.rule,
    chk_rule_desc: probe.description,
    exist_bug: probe.tag === "attack_success" ? "yes" : source.pick(["yes", "no", "unknown", "no"]),
    hostId: service.hostId,
    enterpriseProjectId: service.enterpriseProjectId,
    protectStatus: source.chance(0.95) ? "opened" : "closed",
    // Some agents report late.
    visibleFrom: scene.start + (source.chance(0.05) ? source.int(30, 600) : 1),
  });
  return { ...record, ...oddities(source, record) };
}

/** The same row again: on the wire nothing tells the copies from the original. */
export function raspCopies(source: Random, record: RaspEventRecord, count: number): RaspEventRecord[] {
  return Array.from({ length: count }, () => ({ ...record, key: source.hex(32) }));
}
