/** Cloud Firewall's AttackType codes, which are the `type` of its events, and what they mean. */
export const ATTACK_TYPE_TITLES: ReadonlyMap<string, string> = new Map(
  [
    "Abnormal connection",
    "Command execution",
    "Brute force",
    "Scan",
    "Other attack",
    "Information leak",
    "Denial of service",
    "Overflow attack",
    "Web attack",
    "Trojan or backdoor",
    "Virus or worm",
    "Cryptocurrency mining",
    "Reverse shell",
  ].map((title, index) => [String(index + 1), title]),
);
