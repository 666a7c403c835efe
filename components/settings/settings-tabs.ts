import type { Messages } from "@/messages/messages-of";

/** The parts of the settings in their order; each is an address of its own. */
export const SETTINGS_TABS = [
  "people",
  "tokens",
  "sessions",
  "policy",
  "preferences",
] as const satisfies readonly (keyof Messages["settings"]["tabs"])[];
