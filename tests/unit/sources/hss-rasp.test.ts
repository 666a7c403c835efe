import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHssRasp } from "@/lib/server/sources/hss-rasp/hss-rasp-source";
import { mapRaspEvent } from "@/lib/server/sources/hss-rasp/map-event";
import { FakeCloudClient } from "../../support/sources/fake-cloud-client";
import { asRecord, pageRequest, raspRow, storedRecord } from "../../support/sources/source-records";

type Overrides = Record<string, unknown>;
const source = createHssRasp();
const map = (overrides: Overrides = {}) => mapRaspEvent(asRecord(raspRow(overrides)));
const samplesOf = (overrides: Overrides) => source.describe(storedRecord(map(overrides))).samples;

describe("mapping a RASP event", () => {
  it.each([
    ["Security", "info"],
    ["Low", "low"],
    ["medium", "medium"],
    ["High", "high"],
    ["Critical", "critical"],
    ["0", "info"],
    [1, "low"],
    ["2", "medium"],
    [3, "high"],
    ["4", "critical"],
  ])("C12: takes the severity %j for %s", (severity, mapped) => {
    expect(map({ severity })).toMatchObject({ severity: mapped, unmapped: [] });
  });

  it("C12: never reads alarm_level, which counts the other way round", () => {
    expect(map({ severity: null, alarm_level: 1 })).toMatchObject({
      severity: "medium",
      unmapped: [{ field: "severity", value: "" }],
    });
  });

  it.each([
    ["attack_success", "not-blocked", 0],
    ["Attack Success", "not-blocked", 0],
    ["1", "not-blocked", 0],
    ["attack_attempt", "unknown", null],
    [2, "unknown", null],
    ["Attack Blocked", "blocked", 1],
    ["3", "blocked", 1],
    ["abnormal_behavior", "unknown", null],
    ["Abnormal Behavior", "unknown", null],
    ["collapsible_host", "not-blocked", 0],
    ["system vulnerability", "unknown", null],
    [null, "unknown", null],
  ])("C11: takes the attack tag %j for %s", (attack_tag, outcome, blockedCount) => {
    expect(map({ attack_tag })).toMatchObject({ outcome, blockedCount, unmapped: [] });
  });

  it("keeps an unknown attack tag visible", () => {
    expect(map({ attack_tag: "odd" })).toMatchObject({
      outcome: "unknown",
      unmapped: [{ field: "attack_tag", value: "odd" }],
    });
  });

  it.each([
    ["B8 a number", 1_700_000_600_000],
    ["B8 text", "1700000600000"],
    ["seconds", 1_700_000_600],
  ])("reads an alarm time given as %s", (_, alarm_time) => {
    expect(map({ alarm_time })).toMatchObject({
      firstSeenAt: "2023-11-14T22:23:20.000Z",
      lastSeenAt: "2023-11-14T22:23:20.000Z",
    });
  });

  it.each([
    ["none", null],
    ["no time", "soon"],
    ["zero", 0],
  ])("refuses an alarm time that is %s", (_, alarm_time) => {
    expect(() => map({ alarm_time })).toThrow(/alarm_time/);
  });

  it("C14: reads several private addresses, ranges and IPv6", () => {
    const event = map({ private_ip: "10.0.0.5, 10.0.0.6,", req_src_ip: "2001:db8::1" });
    expect(event.target.addresses).toEqual(["10.0.0.5", "10.0.0.6"]);
    expect(event.attackers).toMatchObject([{ kind: "ip", value: "2001:db8::1" }]);
    expect(map({ req_src_ip: "10.0.0.1-10.0.0.9" }).attackers).toMatchObject([
      { value: "10.0.0.1-10.0.0.9" },
    ]);
    expect(map({ req_src_ip: "" }).attackers).toEqual([]);
  });

  it.each([
    ["C13 a path as URL", { req_url: "/fileless", req_path: "" }, { host: null, path: "/fileless" }],
    ["a query string", { req_url: "/a?b=/c", req_path: "" }, { host: null, path: "/a" }],
    [
      "a full URL",
      { req_url: "http://u:p@shop.example.com:8080/a/b?c#d" },
      { host: "shop.example.com:8080", path: "/a/b" },
    ],
    [
      "a full URL without a path",
      { req_url: "https://shop.example.com" },
      { host: "shop.example.com", path: "/" },
    ],
    ["a path of its own", { req_url: "http://h/x", req_path: "/y" }, { host: "h", path: "/y" }],
    ["an empty path, which means the root", { req_url: "", req_path: "" }, { host: null, path: "/" }],
    ["no request at all", { req_url: "", req_path: "", req_method: "" }, { host: null, path: null }],
    [
      "B7 the Host header",
      { req_headers: '{"Host":["a.example.com"]}', req_url: "http://b/" },
      { host: "a.example.com" },
    ],
    ["headers that are no JSON", { req_headers: "{", req_url: "http://b/" }, { host: "b" }],
  ])("reads the target out of %s", (_, overrides, target) => {
    expect(map(overrides).target).toMatchObject(target);
  });
});

describe("the identity of a RASP event", () => {
  const key = (overrides: Overrides = {}) => map(overrides).upstreamKey;

  it.each<[string, Overrides]>([
    ["severity in digits", { severity: "3" }],
    ["attack tag in digits", { attack_tag: "3" }],
    ["time in seconds", { alarm_time: 1_700_000_600 }],
    ["time as text", { alarm_time: "1700000600000" }],
    ["a translated rule text", { chk_rule_desc: "表达式过长" }],
    ["another judgement on the weakness", { exist_bug: "unknown" }],
    ["empty instead of absent", { req_params: "", app_stack: null }],
    ["a field of a later version", { new_field: "x" }],
  ])("does not change with %s", (_, overrides) => {
    expect(key(overrides)).toBe(key());
  });

  it("E21: does not change with the order of private addresses", () => {
    expect(key({ private_ip: "10.0.0.6,10.0.0.5" })).toBe(key({ private_ip: "10.0.0.5, 10.0.0.6" }));
  });

  it.each([
    "host_name",
    "private_ip",
    "event_name",
    "req_src_ip",
    "req_method",
    "req_url",
    "req_path",
    "query_string",
    "req_params",
    "req_headers",
    "attack_input_name",
    "attack_input_value",
    "app_stack",
    "chk_probe",
    "chk_rule",
  ])("E21: changes with %s", (field) => {
    expect(key({ [field]: "something else" })).not.toBe(key());
  });

  it("changes with the alarm's millisecond", () => {
    expect(key({ alarm_time: 1_700_000_600_001 })).not.toBe(key());
  });

  it("does not confuse neighbouring fields", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
        fc.pre(a.trim() !== "" && b.trim() !== "");
        const split = key({ attack_input_name: a, attack_input_value: b });
        const joined = key({ attack_input_name: a + b, attack_input_value: "" });
        expect(split).not.toBe(joined);
      }),
    );
  });
});

describe("reading the list of RASP events", () => {
  it("E20, E22, E23, E26: sends offset and limit, and no filter word", async () => {
    const client = new FakeCloudClient(() => ({ total_num: 401, data_list: [raspRow()] }));
    const page = await source.readPage(client, pageRequest({ page: 3 }));
    expect(client.calls[0]?.parameters).toEqual({
      start_time: 1_699_920_000_000,
      end_time: 1_700_006_400_000,
      offset: 400,
      limit: 200,
    });
    expect(page).toMatchObject({ total: 401, rows: 1 });
  });

  it("keeps the rest of a page when a record cannot be read", async () => {
    const client = new FakeCloudClient(() => ({
      total_num: 2,
      data_list: [raspRow({ alarm_time: "" }), raspRow()],
    }));
    const page = await source.readPage(client, pageRequest());
    expect(page.events).toHaveLength(1);
    expect(page.rejected.map(({ reason }) => reason)).toEqual(["alarm_time: no usable time."]);
  });
});

describe("the detail of a RASP event", () => {
  it("puts the request together, takes secrets out and points at the attack's input", () => {
    const samples = samplesOf({
      req_method: "POST",
      req_url: "/login",
      query_string: "access_token=s3cret&lang=en",
      req_protocol: "HTTP/1.1",
      req_headers: '{"cookie":["sid=s3cret"],"x-auth-token":["s3cret"],"accept":["a","b"]}',
      req_params: "password=s3cret&name=' OR 1=1",
      attack_input_name: "name",
      attack_input_value: "' OR 1=1",
      app_stack: "at a.b(C:1)\n  at d.e(F:2)",
    });
    expect(samples.map(({ kind }) => kind)).toEqual(["request", "payload", "call-stack"]);
    expect(samples[0]).toEqual({
      kind: "request",
      label: "Request",
      masked: true,
      highlight: "' OR 1=1",
      text: [
        "POST /login?access_token=••••••&lang=en HTTP/1.1",
        "cookie: ••••••",
        "x-auth-token: ••••••",
        "accept: a",
        "accept: b",
        "",
        "password=••••••&name=' OR 1=1",
      ].join("\n"),
    });
    expect(samples[1]).toMatchObject({
      label: "Attack input: name",
      text: "' OR 1=1",
      highlight: "' OR 1=1",
    });
    expect(samples[2]).toMatchObject({ text: "at a.b(C:1)\n  at d.e(F:2)", masked: false });
  });

  it("takes secrets out of the URL among the facts, too", () => {
    const req_url = "https://a.example/?token=s3cret&b=c";
    expect(source.describe(storedRecord(map({ req_url }))).facts).toContainEqual({
      label: "Request URL",
      value: "https://a.example/?token=••••••&b=c",
    });
  });

  it("notes headers that are no JSON without what stands in them", () => {
    expect(map({ req_headers: '{"x-own":["s3cret' }).unmapped).toContainEqual({
      field: "req_headers",
      value: "••••••",
    });
  });

  it("points at nothing where the input does not stand in the request", () => {
    expect(samplesOf({ attack_input_value: "elsewhere" })[0]?.highlight).toBeNull();
  });

  it("does not repeat a query string that the URL holds already", () => {
    const [request] = samplesOf({ req_url: "/a?b=c", query_string: "b=c" });
    expect(request?.text).toBe("GET /a?b=c");
  });

  it("D4, C13: shows a masked stack as it is, and no sample for what is absent", () => {
    const app_stack = "com.huawei.**********shield(*******:225)";
    expect(samplesOf({ app_stack }).map(({ kind, text }) => [kind, text])[1]).toEqual([
      "call-stack",
      app_stack,
    ]);
    expect(samplesOf({}).map(({ kind }) => kind)).toEqual(["request"]);
  });

  it.each([["yes"], ["no"], ["unknown"]])("C15: shows exist_bug %s", (exist_bug) => {
    expect(source.describe(storedRecord(map({ exist_bug }))).facts).toContainEqual({
      label: "Caused by a vulnerability",
      value: exist_bug,
    });
  });

  it("has nothing to read live and no history: the row is all there is", async () => {
    const client = new FakeCloudClient(() => ({}));
    expect(await source.readLive(client, storedRecord(map()), new AbortController().signal)).toEqual([]);
    expect(client.calls).toEqual([]);
    expect(source.readHistory).toBeNull();
  });
});
