import { describe, expect, it } from "vitest";
import { STATUSES } from "@/lib/events/status";
import { ocsfFinding } from "@/lib/server/triage/export/ocsf-finding";
import { attacker, target } from "@/tests/support/event-factory";
import { securityEvent } from "@/tests/support/event-response";

/** As a reader of the file meets it: what is undefined is not written. */
const written = (...event: Parameters<typeof securityEvent>): unknown =>
  JSON.parse(JSON.stringify(ocsfFinding(securityEvent(...event))));

describe("a finding", () => {
  it("names its status as the schema does", () => {
    const named = STATUSES.map((status) => written({ status }));
    expect(named).toMatchObject([
      { status_id: 1, status: "New" },
      { status_id: 2, status: "In Progress" },
      { status_id: 4, status: "Resolved" },
      { status_id: 3, status: "Suppressed" },
    ]);
  });

  it.each([
    ["unknown", { disposition_id: 0, disposition: "Unknown" }],
    ["not-blocked", { disposition_id: 1, disposition: "Allowed" }],
    ["blocked", { disposition_id: 2, disposition: "Blocked" }],
    ["partly-blocked", { disposition_id: 99, disposition: "partly-blocked" }],
  ] as const)(
    "of what was %s names the disposition as the schema does, if that has a word",
    (outcome, named) => {
      expect(written({ outcome })).toMatchObject(named);
    },
  );

  it("holds no endpoint that names nothing, which the schema refuses", () => {
    const attackers = [attacker("203.0.113.7")];
    expect(written({ target: target({ path: "/login" }), attackers })).toMatchObject({
      evidences: [{ src_endpoint: { ip: "203.0.113.7" }, url: { path: "/login" } }],
    });
    const nameless = written({ target: target({ path: "/login" }), attackers: [] });
    expect(nameless).toMatchObject({ evidences: [{ url: { path: "/login" } }] });
    expect(JSON.stringify(nameless)).not.toContain("endpoint");
  });

  it("without an attacker and a target has no evidence at all", () => {
    expect(written({ target: target(), attackers: [] })).not.toHaveProperty("evidences");
  });

  it("keeps values of the cloud that are outside its documented sets", () => {
    const unmapped = [{ field: "EventLevel", value: "catastrophic" }];
    expect(written({ unmapped })).toMatchObject({ unmapped: { upstream_values: unmapped } });
  });
});
