import type { Guidance } from "./guidance-schema";
import { blockSteps, type GuidedEvent, named, tally, targetName } from "./guidance-subject";

type Adviser = (event: GuidedEvent) => Guidance;

const accountsOf = ({ attackers }: GuidedEvent) =>
  attackers.filter(({ kind }) => kind === "account").map(({ value }) => value);

/** Accounts are not blocked like addresses: their owners may be victims. */
function accountSteps(event: GuidedEvent): string[] {
  const accounts = accountsOf(event);
  return accounts.length > 0
    ? [`End the sessions of ${named(accounts)} and have their owners confirm what was done.`]
    : [];
}

const END_STEPS = (event: GuidedEvent) => [
  ...accountSteps(event),
  ...blockSteps(event, `from ${targetName(event)}`),
];

/** Event types whose codes appear in the documents; the codes are the WAF's own. */
const ADVISERS: ReadonlyMap<string, Adviser> = new Map<string, Adviser>([
  [
    "ObtainSensitiveUnauthorized",
    (event) => ({
      code: "stop-data-leak",
      title: "Stop the data from leaving",
      why: `${targetName(event)} gave out sensitive data to callers that should not get it (${tally(event)}).`,
      steps: [
        `Call ${targetName(event)} without signing in and see what it returns.`,
        "Require authentication and check that the caller owns the record.",
        "Find out from the response sample which data left, and whom you must tell.",
        ...END_STEPS(event),
      ],
    }),
  ],
  [
    "Event_LoginCollision",
    (event) => ({
      code: "stop-credential-stuffing",
      title: "Stop the sign-in attempts",
      why: `Stolen passwords are tried at ${targetName(event)} (${tally(event)}).`,
      steps: [
        "List the accounts that signed in successfully from these sources.",
        "Reset their passwords and end their sessions.",
        `Limit attempts per client at ${targetName(event)} and ask for a second factor.`,
        ...END_STEPS(event),
      ],
    }),
  ],
  [
    "Event_DataTraverse",
    (event) => ({
      code: "stop-enumeration",
      title: "Stop the walk through the records",
      why: `Somebody counts through the parameters of ${targetName(event)} (${tally(event)}).`,
      steps: [
        "Find the parameter that changes from call to call in the request sample.",
        "Check that every record is given only to its owner.",
        `Limit calls per client at ${targetName(event)} and use identifiers that cannot be guessed.`,
        ...END_STEPS(event),
      ],
    }),
  ],
  [
    "Event_InternalLoginWeakPasswd",
    (event) => ({
      code: "replace-weak-passwords",
      title: "Replace the weak passwords",
      why: `A weak password was used at the internal sign-in ${targetName(event)} (${tally(event)}).`,
      steps: [
        "Find the accounts that signed in with it and reset their passwords.",
        `Set a password policy and a second factor at ${targetName(event)}.`,
        `Take ${targetName(event)} off the internet if only staff need it.`,
        ...END_STEPS(event),
      ],
    }),
  ],
  [
    "SMSInterfaceAbuse",
    (event) => ({
      code: "stop-message-abuse",
      title: "Stop the text messages",
      why: `${targetName(event)} is made to send text messages (${tally(event)}).`,
      steps: [
        `Limit messages per number, client and day at ${targetName(event)}.`,
        "Ask for a captcha before a message is sent.",
        "Check the message provider's bill and set a ceiling there.",
        ...END_STEPS(event),
      ],
    }),
  ],
]);

const judge: Adviser = (event) => ({
  code: "judge-api-abuse",
  title: "Judge the calls, then stop them",
  why: `${event.title} at ${targetName(event)} (${tally(event)}).`,
  steps: [
    `Compare the calls with what ${targetName(event)} is meant for, using the request and response samples.`,
    "If they are legitimate, ignore the event and note why.",
    `If not, close the hole in ${targetName(event)}: authentication, ownership of records, limits.`,
    ...END_STEPS(event),
  ],
});

/** Guidance for an API security event, by its type. */
export function apiSecurityGuidance(event: GuidedEvent): Guidance {
  return (ADVISERS.get(event.type) ?? judge)(event);
}
