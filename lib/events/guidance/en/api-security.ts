import type { GuidanceTexts } from "../guidance-texts";
import type { Subject } from "../subject";

/** Accounts are not blocked like addresses: their owners may be victims. */
function endSteps({ accounts, block, target }: Subject): string[] {
  const sessions = `End the sessions of ${accounts} and have their owners confirm what was done.`;
  return [...(accounts === null ? [] : [sessions]), ...block(`from ${target}`)];
}

export const apiSecurity: GuidanceTexts["apiSecurity"] = {
  "stop-data-leak": (subject) => ({
    title: "Stop the data from leaving",
    why: `${subject.target} gave out sensitive data to callers that should not get it (${subject.tally}).`,
    steps: [
      `Call ${subject.target} without signing in and see what it returns.`,
      "Require authentication and check that the caller owns the record.",
      "Find out from the response sample which data left, and whom you must tell.",
      ...endSteps(subject),
    ],
  }),
  "stop-credential-stuffing": (subject) => ({
    title: "Stop the sign-in attempts",
    why: `Stolen passwords are tried at ${subject.target} (${subject.tally}).`,
    steps: [
      "List the accounts that signed in successfully from these sources.",
      "Reset their passwords and end their sessions.",
      `Limit attempts per client at ${subject.target} and ask for a second factor.`,
      ...endSteps(subject),
    ],
  }),
  "stop-enumeration": (subject) => ({
    title: "Stop the walk through the records",
    why: `Somebody counts through the parameters of ${subject.target} (${subject.tally}).`,
    steps: [
      "Find the parameter that changes from call to call in the request sample.",
      "Check that every record is given only to its owner.",
      `Limit calls per client at ${subject.target} and use identifiers that cannot be guessed.`,
      ...endSteps(subject),
    ],
  }),
  "replace-weak-passwords": (subject) => ({
    title: "Replace the weak passwords",
    why: `A weak password was used at the internal sign-in ${subject.target} (${subject.tally}).`,
    steps: [
      "Find the accounts that signed in with it and reset their passwords.",
      `Set a password policy and a second factor at ${subject.target}.`,
      `Take ${subject.target} off the internet if only staff need it.`,
      ...endSteps(subject),
    ],
  }),
  "stop-message-abuse": (subject) => ({
    title: "Stop the text messages",
    why: `${subject.target} is made to send text messages (${subject.tally}).`,
    steps: [
      `Limit messages per number, client and day at ${subject.target}.`,
      "Ask for a captcha before a message is sent.",
      "Check the message provider's bill and set a ceiling there.",
      ...endSteps(subject),
    ],
  }),
  "judge-api-abuse": (subject) => ({
    title: "Judge the calls, then stop them",
    why: `${subject.title} at ${subject.target} (${subject.tally}).`,
    steps: [
      `Compare the calls with what ${subject.target} is meant for, using the request and response samples.`,
      "If they are legitimate, ignore the event and note why.",
      `If not, close the hole in ${subject.target}: authentication, ownership of records, limits.`,
      ...endSteps(subject),
    ],
  }),
};
