import { type EventFilter, parseEventFilter } from "@/lib/events/query";

/** The present of the seeded events. */
export const BENCH_NOW = new Date("2026-03-31T12:00:00Z");

/** @throws Error when a view is not one that the API would take. */
function views(...texts: readonly string[]): EventFilter[] {
  return texts.map((text) => {
    const { value, problems } = parseEventFilter(new URLSearchParams(text), BENCH_NOW);
    if (problems.length > 0) throw new Error(`View ${text}: ${problems[0]?.message}`);
    return value;
  });
}

/** What analysts look at, from everything to one attacker: measured in turn, so that no view is warmer. */
export const FILTER_VIEWS = views(
  "",
  "severity=critical,high",
  "status=toBeConfirmed&from=-7d",
  "source=waf-threat&from=-30d",
  "type=WebshellUpload",
  "severity=critical&outcome=not-blocked",
  "connection=shop-waf&severity=-info",
  "attacker=192.0.0.1",
  "attacker=203.4.214.239&from=-60d",
  "target=www3.example.com",
  "from=-24h",
  "from=-90d&to=-60d&status=toBeConfirmed,confirmed",
);

export const TEXT_VIEWS = views(
  "q=injection",
  "q=shell upload",
  "q=www17.example.com orders",
  "q=198.51",
  "q=nowhere",
  "q=挖矿&from=-30d",
);

export const NETWORK_VIEWS = views(
  "attacker=192.0.0.0/8",
  "attacker=203.4.0.0/16",
  "attacker=198.4.213.0/24&from=-30d",
  "attacker=2001:db8::/32",
  "target=10.3.0.0/16",
  "attacker=-192.0.0.0/8",
);

/** Views that are long enough for a 500th page; in the smaller sizes their last one is measured. */
export const FAR_VIEWS = views("", "severity=critical,high", "connection=shop-waf&severity=-info");
