import { describe, expect, it } from "vitest";
import { valueState, withOnly, withoutField, withoutValue, withValue } from "@/lib/events/filter-edits";
import { EMPTY_FILTER } from "@/lib/events/query";

const narrowed = withValue(
  withValue(EMPTY_FILTER, "severity", "high", "included"),
  "type",
  "sqli",
  "excluded",
);

describe("editing a filter", () => {
  it("includes and excludes values side by side", () => {
    expect(valueState(narrowed, "severity", "high")).toBe("included");
    expect(valueState(narrowed, "type", "sqli")).toBe("excluded");
    expect(valueState(narrowed, "type", "xss")).toBe("free");
  });

  it("never asks for a value that it rules out", () => {
    const turned = withValue(narrowed, "type", "sqli", "included");
    expect(turned.fields.type).toEqual({ anyOf: ["sqli"], noneOf: [] });
  });

  it("makes one value the only one of its field and leaves the other fields", () => {
    const only = withOnly(narrowed, "severity", "low");
    expect(only.fields.severity).toEqual({ anyOf: ["low"], noneOf: [] });
    expect(only.fields.type).toEqual(narrowed.fields.type);
  });

  it("takes a value away on one side and leaves it on the other", () => {
    const both = { ...EMPTY_FILTER, fields: { type: { anyOf: ["sqli"], noneOf: ["sqli"] } } };
    expect(withoutValue(both, "type", "sqli", "noneOf").fields.type).toEqual({ anyOf: ["sqli"], noneOf: [] });
    expect(withoutValue(both, "type", "sqli", "anyOf").fields.type).toEqual({ anyOf: [], noneOf: ["sqli"] });
  });

  it("leaves no trace of a field whose last value went", () => {
    const emptied = withValue(withoutField(narrowed, "type"), "severity", "high", "free");
    expect(emptied).toEqual(EMPTY_FILTER);
  });
});
