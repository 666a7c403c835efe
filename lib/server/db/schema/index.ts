export * from "./accounts";
export * from "./activity";
export * from "./attackers";
export * from "./cloud-operations";
export * from "./event-records";
export * from "./events";
export * from "./quarantine";
export * from "./targets";
