import { codeTitle } from "../mapping/code-title";

/** Titles of the event types whose codes appear in the documents; others are spelled out of their code. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ["ObtainSensitiveUnauthorized", "Sensitive data obtained without authorization"],
  ["Event_LoginCollision", "Credential stuffing at a sign-in"],
  ["Event_DataTraverse", "Data walked through by changing a parameter"],
  ["Event_InternalLoginWeakPasswd", "Weak password at an internal sign-in"],
  ["SMSInterfaceAbuse", "Text message interface abused"],
]);

export function eventTagTitle(tag: string): string {
  return TITLES.get(tag) ?? codeTitle(tag);
}
