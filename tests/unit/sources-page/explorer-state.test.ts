import { describe, expect, it } from "vitest";
import {
  explorerSearch,
  formValues,
  initialValue,
  parseExplorerState,
} from "@/components/sources/explorer-state";
import type { OperationForm, OperationParameter } from "@/lib/api/operation-form";

const NOW = new Date("2026-03-01T12:00:00.000Z");

const parameter = (change: Partial<OperationParameter>): OperationParameter => ({
  name: "SrcIP",
  required: false,
  kind: "text",
  choices: [],
  defaultValue: null,
  minimum: null,
  maximum: null,
  ...change,
});

const operation = (name: string, ...parameters: OperationParameter[]): OperationForm => ({
  name,
  permission: null,
  parameters,
});

const OPERATIONS = [
  operation("First"),
  operation("Second", parameter({}), parameter({ name: "Apps", kind: "list" })),
];

describe("the explorer's address", () => {
  it("brings back operation and values, repeated ones included", () => {
    const values = new URLSearchParams("SrcIP=198.51.100.7&Apps=a%26b&Apps=c");
    const state = parseExplorerState(new URLSearchParams(explorerSearch("Second", values)), OPERATIONS);
    expect(state.operation?.name).toBe("Second");
    expect(state.values.toString()).toBe(values.toString());
    expect(state.sent).toBe(true);
  });

  it("sends nothing before somebody pressed Send", () => {
    expect(parseExplorerState(new URLSearchParams(), OPERATIONS)).toMatchObject({ sent: false });
    const chosen = new URLSearchParams(explorerSearch("Second", null));
    expect(parseExplorerState(chosen, OPERATIONS)).toMatchObject({ sent: false });
  });

  it("does not send the first operation in place of one that the product does not have", () => {
    const state = parseExplorerState(new URLSearchParams("operation=Gone&sent=1"), OPERATIONS);
    expect(state).toMatchObject({ operation: { name: "First" }, sent: false });
  });
});

describe("the explorer's form", () => {
  it("leaves empty fields out and reads one list value per line", () => {
    const form = new FormData();
    form.set("SrcIP", "  ");
    form.set("Apps", "MySql\n\n DNS ");
    expect(formValues(form, OPERATIONS[1]?.parameters ?? []).toString()).toBe("Apps=MySql&Apps=DNS");
  });

  it.each([
    ["StartTime", "seconds", "1772280000"],
    ["EndTime", "seconds", "1772366400"],
    ["start_time", "milliseconds", "1772280000000"],
  ] as const)("offers the last 24 hours for the needed %s in %s", (name, kind, expected) => {
    const needed = parameter({ name, kind, required: true });
    expect(initialValue(needed, new URLSearchParams(), { now: NOW, language: "en" })).toBe(expected);
  });

  it("prefers the address to the default, and leaves optional times empty", () => {
    const page = parameter({ name: "limit", defaultValue: "10" });
    expect(initialValue(page, new URLSearchParams("limit=50"), { now: NOW, language: "en" })).toBe("50");
    expect(initialValue(page, new URLSearchParams(), { now: NOW, language: "en" })).toBe("10");
    expect(
      initialValue(parameter({ name: "StartTs", kind: "seconds" }), new URLSearchParams(), {
        now: NOW,
        language: "en",
      }),
    ).toBe("");
  });

  it("asks in the reader's language where the cloud offers it", () => {
    const lang = parameter({ name: "Lang", kind: "choice", choices: ["zh", "en"] });
    expect(initialValue(lang, new URLSearchParams(), { now: NOW, language: "zh" })).toBe("zh");
    expect(initialValue(lang, new URLSearchParams("Lang=en"), { now: NOW, language: "zh" })).toBe("en");
  });
});
