import { FACTORY_EPOCH, seedAndOverrides } from "@/lib/simulator/factory-time";
import { random } from "@/lib/simulator/random";
import type { TimedRecord } from "@/lib/simulator/record-store";

/**
 * One application-protection event as the simulator keeps it: the documented fields, and in camel case
 * what only filters see. `alarm_time`: milliseconds, a number or the same number as text.
 */
export interface RaspEventRecord extends TimedRecord {
  /** The simulator's own handle. It never goes out: on the wire two rows may be equal. */
  readonly key: string;
  readonly host_name: string;
  readonly private_ip: string;
  readonly alarm_time: number | string;
  readonly event_name: string;
  readonly severity: string;
  readonly req_src_ip: string;
  readonly app_stack: string;
  /** Absent on the wire when undefined, like in the documented example. */
  readonly attack_input_name?: string;
  readonly attack_input_value?: string;
  readonly query_string: string;
  readonly req_headers: string;
  readonly req_method: string;
  readonly req_params: string;
  readonly req_path: string;
  readonly req_protocol: string;
  readonly req_url: string;
  readonly attack_tag: string;
  readonly chk_probe: string;
  readonly chk_rule: string;
  readonly chk_rule_desc: string;
  readonly exist_bug: string;
  readonly hostId: string;
  readonly enterpriseProjectId: string;
  readonly protectStatus: string;
  /** Laid over the row last. */
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** A well-formed application-protection event; the same arguments give the same event. */
export function raspEvent(
  seedOrOverrides: string | number | Partial<RaspEventRecord> = 0,
  more: Partial<RaspEventRecord> = {},
): RaspEventRecord {
  const { seed, overrides } = seedAndOverrides(seedOrOverrides, more);
  const source = random("rasp", seed);
  const rule = source.pick(["ExpressionInject", "SqlInject", "JndiInject"]);
  return {
    key: source.hex(32),
    host_name: `app-server-${source.int(1, 40)}`,
    private_ip: `192.168.0.${source.int(2, 250)}`,
    alarm_time: (FACTORY_EPOCH - source.int(60, 80_000)) * 1000 + source.int(0, 999),
    event_name: rule,
    severity: source.pick(["Critical", "High", "Medium", "Low", "Security"]),
    req_src_ip: `203.0.113.${source.int(1, 254)}`,
    app_stack: "org.example.shop.OrderController.list(OrderController.java:42)",
    attack_input_name: "q",
    attack_input_value: "#{7*7}",
    query_string: "q=%23%7B7*7%7D",
    req_headers: JSON.stringify({
      accept: ["*/*"],
      host: ["shop.example.com"],
      "user-agent": ["curl/8.5.0"],
    }),
    req_method: "GET",
    req_params: "",
    req_path: "/search",
    req_protocol: "HTTP/1.1",
    req_url: "/search",
    attack_tag: source.pick(["attack_attempt", "attack_blocked", "abnormal_behavior"]),
    chk_probe: "EI-TemplateAwareExpressionParser.parseExpression",
    chk_rule: rule,
    chk_rule_desc: "the expression contains a call that is not allowed",
    exist_bug: source.pick(["yes", "no", "unknown"]),
    hostId: source.uuid(),
    enterpriseProjectId: "0",
    protectStatus: "opened",
    ...overrides,
  };
}

/** One row of `data_list`. */
export function raspEventRow(record: RaspEventRecord): object {
  const { key, hostId, enterpriseProjectId, protectStatus, visibleFrom, growth, overrides, ...row } = record;
  return { ...row, ...overrides };
}
