import type { GuidanceTexts } from "../guidance-texts";

const CHECK_LATER = "Look at the attack log again after a day and undo the change where it hit real users.";

export const threat: GuidanceTexts["threat"] = {
  ProtectInterface: ({ target, tally, cautions }) => ({
    title: "Shield the administration interface",
    why: `The attack on ${target} aims at what looks like an administration interface (${tally}). Few people need to reach it.`,
    steps: [
      `Check whether ${target} serves administration.`,
      "Write down from which networks, and by which paths, your staff use it.",
      `Add a custom access rule that lets only these reach ${target}.`,
      ...cautions,
      CHECK_LATER,
    ],
  }),
  BlockArea: ({ origin, host, tally, block }) => ({
    title: "Shut out a region without business",
    why: `The attack comes from ${origin} (${tally}).`,
    steps: [
      `Compare ${origin} with the regions that the users of ${host} come from.`,
      `If nobody legitimate comes from there, block ${origin} for ${host} by region.`,
      ...block("by address if the region must stay open"),
      CHECK_LATER,
    ],
  }),
  SwitchBlock: ({ target, host, tally }) => ({
    title: "Switch the rule from alert to block",
    why: `The rule that matched on ${target} only alerts (${tally}).`,
    steps: [
      `Find the rule in the attack log of ${host}.`,
      "Read some of its matches from other clients and look for false positives.",
      "Exclude the requests that are legitimate.",
      "Switch the rule to block.",
      CHECK_LATER,
    ],
  }),
  FixBug: ({ target, host, tally, weaknesses, cautions }) => ({
    title: "Close the weakness that is being tried",
    why: `The attack on ${target} may find a real weakness (${tally}).`,
    steps: [
      weaknesses === null
        ? `Check which software serves ${target} and which weaknesses are known for its version.`
        : `Check ${target} for ${weaknesses}.`,
      "Search the application's own log for answers that the attack should not have had.",
      "Install the fix, or switch the weak function off until there is one.",
      `Until then, let the WAF block what aims at it on ${host}.`,
      ...cautions,
    ],
  }),
  SwitchStrict: ({ host, tally }) => ({
    title: "Use stricter rules",
    why: `The present rules let this kind of attack on ${host} go on (${tally}).`,
    steps: [
      `Read the normal traffic of ${host} for requests that a stricter rule set would stop.`,
      "Exclude those requests first.",
      `Set the rule group and the scan protection of ${host} to a stricter level.`,
      CHECK_LATER,
    ],
  }),
  ProtectFile: ({ host, tally, block }) => ({
    title: "Remove what a scan must not find",
    why: `The attackers look for files and paths on ${host} (${tally}).`,
    steps: [
      `Search ${host} for backups, archives, configuration, logs and version control folders that the web server delivers.`,
      "Move them out of the web root, or deny access to them.",
      "See in the access log whether one of them was fetched; if so, replace the secrets in it.",
      ...block("while the scan goes on"),
    ],
  }),
  BlockIP: ({ host, tally, block }) => ({
    title: "Block the attacking addresses",
    why: `The source has a bad record (${tally}).`,
    steps: [
      `Check that no customer, partner or monitoring of ${host} uses the address.`,
      ...block("with an address block list"),
      "Keep watching: the same attacker may return from another address.",
    ],
  }),
  KeepConcerned: ({ host, tally }) => ({
    title: "Keep watching",
    why: `No threat was made out (${tally}).`,
    steps: [
      "Leave the rules as they are.",
      `Look at ${host} again if the count rises or another target joins.`,
    ],
  }),
  other: ({ target, host, tally, blocked, block }) => ({
    title: blocked ? "Confirm that nothing came through" : "Judge the attack, then stop it",
    why: `The cloud gives no known suggestion for this event (${tally}).`,
    steps: [
      `Read the attack log of ${host} for this event.`,
      blocked
        ? "Look for requests of the same attackers that no rule matched."
        : `Check whether ${target} answered any of these requests with success.`,
      ...block("in the WAF if they go on"),
    ],
  }),
};
