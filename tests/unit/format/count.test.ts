import { describe, expect, it } from "vitest";
import { byteSize, formatBytes } from "@/lib/format/byte-size";
import { formatCompact, formatCount, formatQuantity } from "@/lib/format/count";

describe("counts", () => {
  it("separate thousands", () => expect(formatCount(1_234_567)).toBe("1,234,567"));

  it.each([
    [950, "950"],
    [12_345, "12.3k"],
    [4_500_000, "4.5M"],
  ])("shorten %d to %s in narrow places", (count, expected) => {
    expect(formatCompact(count)).toBe(expected);
  });

  it("agree with their noun", () => {
    expect(formatQuantity(1, "event")).toBe("1 event");
    expect(formatQuantity(0, "event")).toBe("0 events");
    expect(formatQuantity(2_000, "entry", "entries")).toBe("2,000 entries");
  });
});

describe("sizes", () => {
  it("are measured in UTF-8 bytes", () => expect(byteSize("é木😀")).toBe(9));

  it.each([
    [512, "512 B"],
    [1_500, "1.5 kB"],
    [100_000, "100 kB"],
    [2_000_000, "2.0 MB"],
  ])("show %d bytes as %s", (bytes, expected) => {
    expect(formatBytes(bytes)).toBe(expected);
  });
});
