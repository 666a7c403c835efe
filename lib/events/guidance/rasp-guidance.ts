import { FACT_LABELS, factValue } from "../fact";
import type { Guidance } from "./guidance-schema";
import { blockSteps, type GuidanceFacts, type GuidedEvent, hostName, targetName } from "./guidance-subject";

/** What to mend inside the application. */
function mendSteps(event: GuidedEvent, { facts }: GuidanceFacts): string[] {
  const rule = factValue(facts, FACT_LABELS.rule);
  const weakness = factValue(facts, FACT_LABELS.vulnerability)?.toLowerCase();
  const place = `the code behind ${targetName(event)} at the top of the call stack`;
  if (weakness === "yes") return [`Mend ${place}: the probe traced the attack to a weakness there.`];
  return [`Check ${place}${rule === null ? "" : ` for what rule ${rule} describes`}.`];
}

function compromised(event: GuidedEvent, facts: GuidanceFacts): Guidance {
  return {
    code: "respond-to-compromise",
    title: "Treat the host as taken",
    why: `${event.title} reached the application on ${hostName(event)} and was not blocked.`,
    steps: [
      `Cut ${hostName(event)} off from the network; keep it running.`,
      "Save the call stack, the request and the process list as evidence.",
      `Search ${hostName(event)} for new files, processes, accounts and scheduled tasks.`,
      ...mendSteps(event, facts),
      `Replace the credentials that the application on ${hostName(event)} can read.`,
      ...blockSteps(event, "in front of the application"),
    ],
  };
}

function blocked(event: GuidedEvent, facts: GuidanceFacts): Guidance {
  return {
    code: "mend-blocked-attack",
    title: "Mend what the probe had to block",
    why: `The probe stopped ${event.title} inside the application on ${hostName(event)}: everything before it let the request pass.`,
    steps: [
      ...mendSteps(event, facts),
      `Stop such requests to ${targetName(event)} earlier, with a WAF rule.`,
      ...blockSteps(event, "in front of the application"),
    ],
  };
}

function unclear(event: GuidedEvent, facts: GuidanceFacts): Guidance {
  return {
    code: "check-application",
    title: "Find out whether it worked",
    why: `The probe saw ${event.title} on ${hostName(event)} and does not say whether it stopped it.`,
    steps: [
      "Read the request and the call stack: is this an attack, or unusual but legitimate input?",
      `Check the application log of ${hostName(event)} for what followed the request.`,
      ...mendSteps(event, facts),
      "Set the probe's rule to block if it only reports.",
      ...blockSteps(event, "in front of the application"),
    ],
  };
}

/** Guidance for an attack seen inside an application, by its outcome. */
export function raspGuidance(event: GuidedEvent, facts: GuidanceFacts): Guidance {
  if (event.outcome === "not-blocked") return compromised(event, facts);
  return event.outcome === "blocked" ? blocked(event, facts) : unclear(event, facts);
}
