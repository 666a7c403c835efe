import { describe, expect, test } from "vitest";
import { DEFAULT_SORT, EMPTY_FILTER, type EventQuery } from "@/lib/events/query";
import { digest } from "@/lib/server/db/event-id";
import { decodeCursor, encodeCursor, InvalidCursorError } from "@/lib/server/db/queries/event-cursor";

const VIEW: Pick<EventQuery, "filter" | "sort"> = {
  filter: { ...EMPTY_FILTER, q: "sql" },
  sort: DEFAULT_SORT,
};
const POSITION = { value: 3, at: 1_774_957_259_068, id: "bik7BRnw2LWz9E9S" };
const CURSOR = encodeCursor(POSITION, VIEW);

test("a cursor gives back the position it was made from, and can stand in a URL as it is", () => {
  expect(decodeCursor(CURSOR, VIEW)).toEqual(POSITION);
  expect(encodeURIComponent(CURSOR)).toBe(CURSOR);
});

describe("a cursor is refused with advice", () => {
  const [payload = "", check = ""] = CURSOR.split(".");
  const edited = Buffer.from(Buffer.from(payload, "base64url").toString().replace("1774", "1775"));
  const CASES: readonly (readonly [name: string, cursor: string, view: typeof VIEW, message: RegExp])[] = [
    ["that is empty", "", VIEW, /damaged/],
    ["that is no cursor", "page-2", VIEW, /damaged/],
    [
      "with one character changed",
      CURSOR.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
      VIEW,
      /damaged/,
    ],
    ["with another position", `${edited.toString("base64url")}.${check}`, VIEW, /damaged/],
    ["with something behind it", `${CURSOR}.x`, VIEW, /damaged/],
    ["of another filter", CURSOR, { ...VIEW, filter: EMPTY_FILTER }, /another filter or order/],
    [
      "of another order",
      CURSOR,
      { ...VIEW, sort: { field: "severity", descending: true } },
      /another filter or order/,
    ],
    [
      "of the opposite direction",
      CURSOR,
      { ...VIEW, sort: { ...DEFAULT_SORT, descending: false } },
      /another filter/,
    ],
  ];
  test.each(CASES)("%s", (_name, cursor, view, message) => {
    expect(() => decodeCursor(cursor, view)).toThrow(InvalidCursorError);
    expect(() => decodeCursor(cursor, view)).toThrow(message);
  });

  const [version, key, value, at, id] = JSON.parse(Buffer.from(payload, "base64url").toString());
  const FORGED: readonly (readonly [name: string, text: string])[] = [
    ["is no JSON", "not JSON"],
    ["is no list", JSON.stringify({ version, key })],
    ["lacks the id", JSON.stringify([version, key, value, at])],
    ["holds a word for a number", JSON.stringify([version, key, "critical", at, id])],
    ["holds a time that no date has", JSON.stringify([version, key, value, 9e15, id])],
    ["holds an id that cannot be stored", JSON.stringify([version, key, value, at, "a\0b"])],
    ["holds half a character", JSON.stringify([version, key, value, at, "\uD83D"])],
  ];
  test.each(FORGED)("that was made up with a right check and %s", (_name, text) => {
    const forged = `${Buffer.from(text).toString("base64url")}.${digest(`cursor:${text}`).slice(0, check.length)}`;
    expect(() => decodeCursor(forged, VIEW)).toThrow(InvalidCursorError);
    expect(() => decodeCursor(forged, VIEW)).toThrow(/damaged or made up/);
  });
});
