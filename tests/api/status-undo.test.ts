import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { statusChangeResponseSchema } from "@/lib/api/status-change";
import { type Client, withJson } from "../support/callers";
import { expectProblem } from "../support/problem";
import { StatusDesk, seen } from "../support/status-desk";

let desk: StatusDesk;

beforeAll(async () => {
  desk = await StatusDesk.open();
});
beforeEach(() => desk.clear());
afterAll(() => desk.close());

describe("undo", () => {
  const undo = (client: Client, changeId: string) =>
    client("/api/events/status/undo", withJson("POST", { changeId }));

  test("gives every event its own earlier status back, and leaves alone what somebody changed since", async () => {
    const [one = "", two = "", three = ""] = await desk.store(3);
    await desk.change(desk.ben, { events: seen([two]), status: "confirmed" });
    const { changeId } = await desk.change(desk.mia, {
      events: [...seen([one]), ...seen([two], 2), ...seen([three])],
      status: "ignored",
    });
    await desk.change(desk.ben, { events: seen([three], 2), status: "actioned" });
    const response = await undo(desk.ben, changeId);
    const answer = statusChangeResponseSchema.parse(await response.json());
    expect(answer).toMatchObject({
      results: [
        { eventId: one, outcome: "changed", status: "toBeConfirmed" },
        { eventId: two, outcome: "changed", status: "confirmed" },
        { eventId: three, outcome: "conflict", status: "actioned" },
      ],
    });
    await expectProblem(await undo(desk.mia, changeId), "conflict");
  });

  test("of an unknown change is refused", async () => {
    await expectProblem(await undo(desk.mia, "none"), "not-found");
  });
});

describe("the status as of a moment", () => {
  test("is told from the record", async () => {
    const [id = ""] = await desk.store();
    const before = desk.now.toISOString();
    desk.pass(60_000);
    await desk.change(desk.mia, { events: seen([id]), status: "confirmed" });
    const between = desk.now.toISOString();
    desk.pass(60_000);
    await desk.change(desk.mia, { events: seen([id], 2), status: "ignored" });
    const at = async (moment: string) => (await desk.history(id, `?at=${moment}`)).asOf?.status;
    expect([await at(before), await at(between), await at(desk.now.toISOString())]).toEqual([
      "toBeConfirmed",
      "confirmed",
      "ignored",
    ]);
    await expectProblem(await desk.mia(`/api/events/${id}/history?at=yesterday`), "invalid-request");
  });
});
