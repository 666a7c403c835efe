/** The public face of the simulator: what tests, scripts and the demo may use. */
export { type RiskEventRecord, riskEvent } from "@/lib/simulator/cloud-firewall/risk-event";
export { FACTORY_EPOCH } from "@/lib/simulator/factory-time";
export type { Fault } from "@/lib/simulator/faults/fault-board";
export type { MalformedBody } from "@/lib/simulator/faults/malformed-body";
export { type RaspEventRecord, raspEvent } from "@/lib/simulator/hss/rasp-event";
export type { RecordControls } from "@/lib/simulator/simulator-controls";
export { type Simulator, startSimulator } from "@/lib/simulator/start-simulator";
export { type ApisecEventRecord, apisecEvent } from "@/lib/simulator/waf/apisec-event";
export { type ThreatEventRecord, threatEvent } from "@/lib/simulator/waf/threat-event";
