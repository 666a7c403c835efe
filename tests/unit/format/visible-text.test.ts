import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCountry } from "@/lib/format/country";
import { statusLabel } from "@/lib/format/label";
import { truncate, visibleText } from "@/lib/format/visible-text";
import { textsOf } from "@/tests/support/texts";

describe("visibleText", () => {
  it.each([
    ["an ANSI escape", "\u001b[31mred", "␛[31mred"],
    ["NUL", "a\0b", "a␀b"],
    ["a right-to-left override", "exe\u202Egpj", "exe[U+202E]gpj"],
    ["a zero-width space", "pay\u200Bpal", "pay[U+200B]pal"],
    ["a C1 control", "\u009b2J", "[U+009B]2J"],
    ["half a surrogate pair", "a\ud83db", "a\ufffdb"],
    ["a carriage return that overwrites", "safe\revil", "safe␍evil"],
  ])("shows %s", (_name, text, expected) => {
    expect(visibleText(text)).toBe(expected);
  });

  it("leaves line breaks, tabs, letters and whole emoji alone", () => {
    expect(visibleText("a\r\n\tb\n木马 👩‍💻 ñ")).toBe("a\n\tb\n木马 👩‍💻 ñ");
  });

  it("never leaves a control or direction-changing character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(visibleText(text)).not.toMatch(/[\p{Bidi_Control}\p{Surrogate}]|(?![\n\t])\p{Cc}/u);
      }),
    );
  });
});

describe("truncate", () => {
  it("keeps short text and marks a cut", () => {
    expect(truncate("short", 5)).toBe("short");
    expect(truncate("longer", 5)).toBe("long…");
  });

  it("does not split an emoji", () => expect(truncate("ab😀cd", 4)).toBe("ab…"));
});

describe("labels from outside", () => {
  it.each([
    ["GB", "United Kingdom (GB)"],
    ["us", "United States (US)"],
    ["中国", "中国"],
    ["-", "-"],
    ["QQ", "QQ"],
  ])("a country given as %s reads %s", (country, expected) => {
    expect(formatCountry(country, "en")).toBe(expected);
  });

  it("a country is named in the reader's language", () => {
    expect(formatCountry("GB", "zh")).toBe("英国 (GB)");
  });

  it("an unknown status stays as the cloud wrote it", () => {
    const words = textsOf("format");
    expect(statusLabel("actioned", words)).toBe("Handled");
    expect(statusLabel("Procesed", words)).toBe("Procesed");
    expect(statusLabel("toString", words)).toBe("toString");
  });
});
