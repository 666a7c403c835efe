import { looksLikeAddress } from "@/lib/events/address";
import type { Attacker } from "@/lib/events/event";
import { AttackerList } from "../mapping/attacker-list";
import type { RecordReader } from "../wire/record-reader";

/** Adds the entries of an ip_info list: {ip, country_id, region_id, cnt}, counts as text. */
function addAddressInfo(attackers: AttackerList, entries: readonly RecordReader[]): void {
  for (const entry of entries) {
    const value = entry.text("ip");
    if (value === null) continue;
    attackers.add({
      kind: "ip",
      value,
      country: entry.text("country_id"),
      region: entry.text("region_id"),
      count: entry.count("cnt"),
    });
  }
}

/**
 * Every attacker that the record names. AttackerList is the current field: addresses in the scope `ip`,
 * accounts in the scope `account`. The deprecated fields fill in what it lacks and may be absent.
 * RemoteCountry and RemoteRegion describe one address: the deprecated AttackIp, or else the only one named.
 */
export function apisecAttackers(record: RecordReader): Attacker[] {
  const attackers = new AttackerList();
  for (const value of record.texts("AttackerList")) {
    attackers.add({ kind: looksLikeAddress(value) ? "ip" : "account", value });
  }
  addAddressInfo(attackers, record.objects("AttackIpInfo"));
  addAddressInfo(attackers, record.object("EventInfo").objects("ip_info"));
  for (const value of [...record.texts("AttackIps"), ...record.texts("AttackIp")]) {
    attackers.add({ kind: "ip", value });
  }
  const addresses = attackers.toArray().filter((attacker) => attacker.kind === "ip");
  const located = record.text("AttackIp") ?? (addresses.length === 1 ? (addresses[0]?.value ?? null) : null);
  if (located !== null) {
    attackers.add({
      kind: "ip",
      value: located,
      country: record.text("RemoteCountry"),
      region: record.text("RemoteRegion"),
    });
  }
  return attackers.toArray();
}
