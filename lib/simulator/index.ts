/** The public face of the simulator: what tests, scripts and the demo may use. */
export { type RiskEventRecord, riskEvent } from "@/lib/simulator/cloud-firewall/risk-event";
export { FACTORY_EPOCH } from "@/lib/simulator/factory-time";
export type { Fault, PendingCall, ResponseHook } from "@/lib/simulator/faults/fault-board";
export type { MalformedBody } from "@/lib/simulator/faults/malformed-body";
export { type RaspEventRecord, raspEvent } from "@/lib/simulator/hss/rasp-event";
export type { Operation } from "@/lib/simulator/operation";
export type { Tick } from "@/lib/simulator/record-store";
export type { LoggedRequest } from "@/lib/simulator/request-log";
export type { RecordControls, SimulatorControls, WafControls } from "@/lib/simulator/simulator-controls";
export type { SimulatorCredentials } from "@/lib/simulator/simulator-credentials";
export type { Dataset, SimulatorOptions } from "@/lib/simulator/simulator-options";
export { type Simulator, startSimulator } from "@/lib/simulator/start-simulator";
export { type ApisecEventRecord, apisecEvent, type UserOperation } from "@/lib/simulator/waf/apisec-event";
export { type ThreatEventRecord, threatEvent } from "@/lib/simulator/waf/threat-event";
