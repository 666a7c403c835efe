import { describe, expect, it } from "vitest";
import { byteSize, formatBytes } from "@/lib/format/byte-size";
import { formatCompact, formatCount } from "@/lib/format/count";
import { textsOf } from "@/tests/support/texts";

describe("counts", () => {
  it("separate thousands", () => expect(formatCount(1_234_567)).toBe("1,234,567"));

  it.each([
    [950, "950"],
    [12_345, "12.3k"],
    [4_500_000, "4.5M"],
  ])("shorten %d to %s in narrow places", (count, expected) => {
    expect(formatCompact(count, "en")).toBe(expected);
  });

  it("are shortened by ten thousands in Chinese", () => expect(formatCompact(12_345, "zh")).toBe("1.2万"));

  it("agree with their noun", () => {
    const t = textsOf("events");
    expect(t("total", { count: 1 })).toBe("1 event");
    expect(t("total", { count: 0 })).toBe("0 events");
    expect(t("total", { count: 2_000 })).toBe("2,000 events");
    expect(textsOf("events", "zh")("total", { count: 2_000 })).toBe("2,000 个事件");
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
