import type { Person } from "@/lib/api/people";
import type { Session } from "@/lib/api/sessions";
import type { SettingsResponse } from "@/lib/api/settings";
import { DEFAULT_SETTINGS } from "@/lib/api/settings";
import type { Token } from "@/lib/api/tokens";

export const personExample: Person = {
  id: "V1StGXR8_Z5jdHi6B-myT",
  username: "ada",
  role: "analyst",
  disabledAt: null,
  version: 1,
  account: {
    origin: "local",
    mustChangePassword: false,
    createdAt: "2026-01-31T07:00:00.000Z",
    lastSignInAt: "2026-01-31T08:00:00.000Z",
  },
};

const owner = { id: personExample.id, username: personExample.username };

export const sessionExample: Session = {
  id: "Zk3mPq9sT1vW5xY7bC2dF4gH6jK8lN0r",
  owner,
  createdAt: "2026-01-31T08:00:00.000Z",
  lastUsedAt: "2026-01-31T09:30:00.000Z",
  expiresAt: "2026-02-07T08:00:00.000Z",
  address: "203.0.113.20",
  userAgent: "Mozilla/5.0",
  current: true,
};

export const tokenExample: Token = {
  id: "a1B2c3D4e5F6g7H8i9J0k",
  name: "Nightly report",
  prefix: "wf_4tRz0mQa",
  owner,
  role: "viewer",
  effectiveRole: "viewer",
  createdAt: "2026-01-31T08:00:00.000Z",
  expiresAt: "2026-06-30T00:00:00.000Z",
  lastUsedAt: null,
  revokedAt: null,
  state: "active",
};

export const settingsExample: SettingsResponse = {
  settings: DEFAULT_SETTINGS,
  version: 1,
  updatedAt: "2026-01-31T08:00:00.000Z",
  updatedBy: "admin",
};
