import { ACTIVITY_ACTIONS } from "@/lib/api/activity";

/** What an action's name begins with, in the order of the choices. */
const ACTION_GROUPS = [
  "status",
  "assignee",
  "note",
  "checklist",
  "job",
  "session",
  "account",
  "role",
  "password",
  "token",
  "settings",
  "view",
  "events",
  "activity",
  "sample",
] as const;

/** Every action under its subject. */
export const ACTION_CHOICES = ACTION_GROUPS.map((group) => ({
  group,
  actions: ACTIVITY_ACTIONS.filter((action) => action.startsWith(`${group}.`)),
}));
