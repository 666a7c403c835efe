/** Cloud Firewall's AttackType codes, which are the `type` of its events, and what they mean. */
const TITLES = {
  1: "Abnormal connection",
  2: "Command execution",
  3: "Brute force",
  4: "Scan",
  5: "Other attack",
  6: "Information leak",
  7: "Denial of service",
  8: "Overflow attack",
  9: "Web attack",
  10: "Trojan or backdoor",
  11: "Virus or worm",
  12: "Cryptocurrency mining",
  13: "Reverse shell",
} as const;

export const ATTACK_TYPE_CODES = [
  "1",
  "2",
  "3",
  "4",
  "5",
  "6",
  "7",
  "8",
  "9",
  "10",
  "11",
  "12",
  "13",
] as const;

/** Letters and digits alone: "Web attack" and "web-attack" are one title. */
const plain = (title: string) => title.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The code whose title somebody has written, in any case and with any separators; null for none. */
export function attackTypeTitled(title: string): string | null {
  return ATTACK_TYPE_CODES.find((code) => plain(TITLES[code]) === plain(title)) ?? null;
}

export const ATTACK_TYPE_TITLES: ReadonlyMap<string, string> = new Map(
  ATTACK_TYPE_CODES.map((code) => [code, TITLES[code]]),
);
