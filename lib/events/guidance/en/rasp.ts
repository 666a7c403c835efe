import type { GuidanceTexts } from "../guidance-texts";
import type { Subject } from "../subject";

/** What to mend inside the application. */
function mend({ target, rule, weak }: Subject): string {
  const place = `the code behind ${target} at the top of the call stack`;
  if (weak) return `Mend ${place}: the probe traced the attack to a weakness there.`;
  return `Check ${place}${rule === null ? "" : ` for what rule ${rule} describes`}.`;
}

export const rasp: GuidanceTexts["rasp"] = {
  "respond-to-compromise": (subject) => ({
    title: "Treat the host as taken",
    why: `${subject.title} reached the application on ${subject.host} and was not blocked.`,
    steps: [
      `Cut ${subject.host} off from the network; keep it running.`,
      "Save the call stack, the request and the process list as evidence.",
      `Search ${subject.host} for new files, processes, accounts and scheduled tasks.`,
      mend(subject),
      `Replace the credentials that the application on ${subject.host} can read.`,
      ...subject.block("in front of the application"),
    ],
  }),
  "mend-blocked-attack": (subject) => ({
    title: "Mend what the probe had to block",
    why: `The probe stopped ${subject.title} inside the application on ${subject.host}: everything before it let the request pass.`,
    steps: [
      mend(subject),
      `Stop such requests to ${subject.target} earlier, with a WAF rule.`,
      ...subject.block("in front of the application"),
    ],
  }),
  "check-application": (subject) => ({
    title: "Find out whether it worked",
    why: `The probe saw ${subject.title} on ${subject.host} and does not say whether it stopped it.`,
    steps: [
      "Read the request and the call stack: is this an attack, or unusual but legitimate input?",
      `Check the application log of ${subject.host} for what followed the request.`,
      mend(subject),
      "Set the probe's rule to block if it only reports.",
      ...subject.block("in front of the application"),
    ],
  }),
};
