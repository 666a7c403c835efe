import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { typeLabel } from "@/lib/format/label";
import en from "@/messages/en/format.json";
import zh from "@/messages/zh/format.json";

const texts = {
  en: createTranslator({ locale: "en", messages: { format: en }, namespace: "format" }),
  zh: createTranslator({ locale: "zh", messages: { format: zh }, namespace: "format" }),
};

describe("the label of a type", () => {
  it.each([
    ["12", "Cryptocurrency mining", "挖矿行为"],
    ["99", "99 (unknown type)", "99（未知类型）"],
    ["unknown", "Unknown type", "未知类型"],
    ["Event_NobodyKnows", "Event_NobodyKnows", "Event_NobodyKnows"],
  ])("says %j in the reader's language, and keeps a code that nobody explains", (type, english, chinese) => {
    expect(typeLabel(type, texts.en)).toBe(english);
    expect(typeLabel(type, texts.zh)).toBe(chinese);
  });
});
