import { FACT_LABELS, factValue } from "../fact";
import type { Guidance } from "./guidance-schema";
import {
  blockSteps,
  type GuidanceFacts,
  type GuidedEvent,
  hostName,
  tally,
  targetName,
} from "./guidance-subject";

/** Outbound: a host of ours calls somebody hostile, blocked or not. */
function containHost(event: GuidedEvent, { facts }: GuidanceFacts): Guidance {
  const inner = factValue(facts, FACT_LABELS.innerHosts) ?? event.target.addresses.slice(0, 3).join(", ");
  const where = inner === "" ? hostName(event) : inner;
  return {
    code: event.outcome === "blocked" ? "check-calling-host" : "contain-host",
    title: event.outcome === "blocked" ? "Check the host that calls out" : "Contain the host that calls out",
    why: `${hostName(event)} called a suspicious destination: ${event.title} (${tally(event)}).`,
    steps: [
      ...(event.outcome === "blocked" ? [] : [`Cut ${where} off from the network; keep it running.`]),
      `Find the process on ${where} that opened the connection, and how it came there.`,
      ...blockSteps(event, "as a destination in the outbound policy"),
      `Replace the credentials that were kept on ${where}.`,
    ],
  };
}

function confirmBlock(event: GuidedEvent): Guidance {
  return {
    code: "confirm-block",
    title: "Confirm that nothing came through",
    why: `The firewall blocked ${event.title} against ${targetName(event)} (${tally(event)}).`,
    steps: [
      `Check that ${hostName(event)} needs to be reachable from the internet at all.`,
      "Look for connections of the same source that no rule matched.",
      ...blockSteps(event, "in the access control policy if they return"),
    ],
  };
}

function stopAttack(event: GuidedEvent, { facts }: GuidanceFacts): Guidance {
  const rule = factValue(facts, FACT_LABELS.rule);
  return {
    code: "stop-attack",
    title: "Stop the attack at the firewall",
    why: `The firewall saw ${event.title} against ${targetName(event)} and did not stop it for certain (${tally(event)}).`,
    steps: [
      `Check on ${hostName(event)} whether the attack succeeded: new processes, files, accounts.`,
      rule === null
        ? "Switch intrusion prevention from alert to block for the rule that matched."
        : `Switch rule ${rule} from alert to block, once its matches hold no legitimate traffic.`,
      ...blockSteps(event, "in the access control policy"),
      `Close the port on ${hostName(event)} if nobody outside needs it.`,
    ],
  };
}

/** Guidance for a Cloud Firewall event, by its direction and outcome. */
export function firewallGuidance(event: GuidedEvent, facts: GuidanceFacts): Guidance {
  if (factValue(facts.facts, FACT_LABELS.direction)?.toLowerCase() === "out")
    return containHost(event, facts);
  return event.outcome === "blocked" ? confirmBlock(event) : stopAttack(event, facts);
}
