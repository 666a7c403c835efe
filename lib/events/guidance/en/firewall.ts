import type { Advise, GuidanceTexts } from "../guidance-texts";

const callsOut =
  (title: string, contain: boolean): Advise =>
  (subject) => ({
    title,
    why: `${subject.host} called a suspicious destination: ${subject.title} (${subject.tally}).`,
    steps: [
      ...(contain ? [`Cut ${subject.inner} off from the network; keep it running.`] : []),
      `Find the process on ${subject.inner} that opened the connection, and how it came there.`,
      ...subject.block("as a destination in the outbound policy"),
      `Replace the credentials that were kept on ${subject.inner}.`,
    ],
  });

export const firewall: GuidanceTexts["firewall"] = {
  "check-calling-host": callsOut("Check the host that calls out", false),
  "contain-host": callsOut("Contain the host that calls out", true),
  "confirm-block": (subject) => ({
    title: "Confirm that nothing came through",
    why: `The firewall blocked ${subject.title} against ${subject.target} (${subject.tally}).`,
    steps: [
      `Check that ${subject.host} needs to be reachable from the internet at all.`,
      "Look for connections of the same source that no rule matched.",
      ...subject.block("in the access control policy if they return"),
    ],
  }),
  "stop-attack": (subject) => ({
    title: "Stop the attack at the firewall",
    why: `The firewall saw ${subject.title} against ${subject.target} and did not stop it for certain (${subject.tally}).`,
    steps: [
      `Check on ${subject.host} whether the attack succeeded: new processes, files, accounts.`,
      subject.rule === null
        ? "Switch intrusion prevention from alert to block for the rule that matched."
        : `Switch rule ${subject.rule} from alert to block, once its matches hold no legitimate traffic.`,
      ...subject.block("in the access control policy"),
      `Close the port on ${subject.host} if nobody outside needs it.`,
    ],
  }),
};
