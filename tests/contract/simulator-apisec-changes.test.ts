import { describe, expect, test } from "vitest";
import { apisecEvent, FACTORY_EPOCH } from "@/lib/simulator";
import { emptyWaf } from "@/tests/support/empty-waf";
import { rowsOf, waf } from "@/tests/support/simulator-client";

const simulator = emptyWaf();

describe("ModifyApisecEvents", () => {
  const [first, second] = [apisecEvent("first"), apisecEvent("second")];

  async function operations(ObjectId: string): Promise<Record<string, unknown>[]> {
    return rowsOf(
      await waf(simulator(), "DescribeApisecUserOperations", { ObjectId, Type: "event" }),
      "Data",
    );
  }

  test("changes status and note of each event named, and records who did it", async () => {
    simulator().controls.waf.addApisecEvent(first, second);
    const answer = await waf(simulator(), "ModifyApisecEvents", {
      "EventIds.1": first.EventId,
      "EventIds.2": second.EventId,
      UserStatus: "confirmed",
      Note: "误报? 不是",
    });
    expect(Object.keys(answer.json)).toEqual(["RequestId"]);
    const rows = rowsOf(await waf(simulator(), "DescribeApisecEvents", { UserStatus: "confirmed" }), "Data");
    expect(rows.map(({ Note }) => Note)).toEqual(["误报? 不是", "误报? 不是"]);
    expect(await operations(first.EventId)).toEqual([
      {
        Type: "event",
        ObjectId: first.EventId,
        FromStatus: "toBeConfirmed",
        ToStatus: "Confirmed",
        UserId: simulator().credentials.userId,
        Note: "误报? 不是",
        Time: FACTORY_EPOCH,
        OperationSource: "custom",
      },
    ]);
  });

  test("says nothing about events that it does not know or that belong to the other scope", async () => {
    simulator().controls.waf.addApisecEvent(first, apisecEvent("second", { EventScope: "account" }));
    const answer = await waf(simulator(), "ModifyApisecEvents", {
      "EventIds.1": "unknown",
      "EventIds.2": second.EventId,
      "EventIds.3": first.EventId,
      UserStatus: "ignored",
    });
    expect(answer.status).toBe(200);
    expect(simulator().controls.waf.apisecEvents.get(first.EventId)?.UserStatus).toBe("ignored");
    expect(simulator().controls.waf.apisecEvents.get(second.EventId)?.UserStatus).toBe("toBeConfirmed");
  });

  test("keeps the old note when none is sent", async () => {
    simulator().controls.waf.addApisecEvent({ ...first, Note: "kept" });
    await waf(simulator(), "ModifyApisecEvents", { "EventIds.1": first.EventId, UserStatus: "ignored" });
    expect(simulator().controls.waf.apisecEvents.get(first.EventId)?.Note).toBe("kept");
  });

  test("refuses more events than its limit", async () => {
    const ids = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`EventIds.${index + 1}`, "x"]));
    const answer = await waf(simulator(), "ModifyApisecEvents", { ...ids, UserStatus: "ignored" });
    expect(answer).toMatchObject({ status: 400, code: "InvalidEventIds" });
  });

  test("can lose single events in silence", async () => {
    simulator().controls.waf.addApisecEvent(first, second);
    simulator().controls.waf.loseModifications([first.EventId]);
    const ids = { "EventIds.1": first.EventId, "EventIds.2": second.EventId };
    const answer = await waf(simulator(), "ModifyApisecEvents", { ...ids, UserStatus: "ignored" });
    simulator().controls.waf.loseModifications([]);
    expect(answer.status).toBe(200);
    expect(await operations(first.EventId)).toEqual([]);
    expect(await operations(second.EventId)).toHaveLength(1);
  });

  test("can be overtaken by somebody in the cloud console, who leaves a record of their own", async () => {
    simulator().controls.waf.addApisecEvent(first);
    simulator().controls.waf.changeStatusInConsole(first.EventId, "actioned", { userId: "42", note: "done" });
    expect(await operations(first.EventId)).toMatchObject([
      { UserId: "42", ToStatus: "actioned", Note: "done" },
    ]);
    const [row] = rowsOf(await waf(simulator(), "DescribeApisecEvents"), "Data");
    expect(row?.UserStatus).toBe("actioned");
  });

  test("leaves no operations for an object that does not exist", async () => {
    expect(await operations("unknown")).toEqual([]);
  });
});
