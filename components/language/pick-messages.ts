import type { Messages } from "@/messages/messages-of";

export type Namespace = keyof Messages;

/** The texts of some namespaces. */
export function pickMessages(all: Messages, namespaces: readonly Namespace[]): Partial<Messages> {
  return Object.fromEntries(namespaces.map((namespace) => [namespace, all[namespace]]));
}
