import { expect, test } from "vitest";
import { createRowMerger } from "@/components/events/row-merger";
import { securityEvent } from "@/tests/support/events";

const page = (...ids: string[]) => ({ items: ids.map((id) => securityEvent({ id })) });
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

test("pages follow each other, and a row that moved from one to the next stands once", () => {
  const merge = createRowMerger();
  expect(idsOf(merge([page("a", "b"), page("b", "c")], undefined))).toEqual(["a", "b", "c"]);
});

test("a page more leaves the rows before it the same objects", () => {
  const merge = createRowMerger();
  const first = page("a", "b");
  const before = merge([first], undefined);
  const after = merge([first, page("b", "c")], undefined);
  expect(idsOf(after)).toEqual(["a", "b", "c"]);
  expect(after[0]).toBe(before[0]);
  expect(idsOf(before)).toEqual(["a", "b"]);
});

test("newer values of the head replace those of the pages, and bring no row of their own", () => {
  const merge = createRowMerger();
  const pages = [page("a", "b")];
  merge(pages, undefined);
  const head = { items: [securityEvent({ id: "new" }), securityEvent({ id: "b", status: "ignored" })] };
  expect(merge(pages, head).map(({ id, status }) => [id, status])).toEqual([
    ["a", "toBeConfirmed"],
    ["b", "ignored"],
  ]);
});

test("another reading of the list begins anew", () => {
  const merge = createRowMerger();
  merge([page("a"), page("b")], undefined);
  expect(idsOf(merge([page("c")], undefined))).toEqual(["c"]);
  expect(idsOf(merge([page("a")], undefined))).toEqual(["a"]);
});

test("a head that was read before a row changed here takes the change back from nobody", () => {
  const merge = createRowMerger();
  const pages = [{ items: [securityEvent({ id: "a", status: "ignored", version: 2 })] }];
  const head = { items: [securityEvent({ id: "a", status: "toBeConfirmed", version: 1 })] };
  expect(merge(pages, head).map(({ status }) => status)).toEqual(["ignored"]);
});
