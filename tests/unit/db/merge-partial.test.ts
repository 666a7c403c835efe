import { describe, expect, it } from "vitest";
import { mergePartial } from "@/lib/server/db/merge-partial";
import { attacker, mappedEvent } from "../../support/event-factory";

const PLACE = { country: "US", region: "Dallas" };

describe("a partial record of an event that is known", () => {
  it("leaves the place of an attacker that it does not place", () => {
    const known = mappedEvent({ attackers: [attacker("192.0.2.1", { ...PLACE, count: 3, tags: ["IDC"] })] });
    const attackers = [attacker("192.0.2.1", { count: 5 })];
    const merged = mergePartial(known, mappedEvent({ partial: true, attackers }));
    expect(merged.attackers).toEqual([attacker("192.0.2.1", { ...PLACE, count: 5, tags: ["IDC"] })]);
  });

  it("gives no attacker the place of another", () => {
    const known = mappedEvent({ attackers: [attacker("192.0.2.1", PLACE)] });
    const attackers = [attacker("198.51.100.7")];
    expect(mergePartial(known, mappedEvent({ partial: true, attackers })).attackers).toEqual(attackers);
  });
});
