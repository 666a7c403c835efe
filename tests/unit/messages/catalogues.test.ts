import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@/lib/events/language";
import { flatMessages, placeholdersOf } from "@/tests/support/messages/flat-messages";

const english = flatMessages("en");
const others = LANGUAGES.filter((language) => language !== "en");

describe.each(others)("the texts in %s", (language) => {
  const texts = flatMessages(language);

  it("have the same keys as the English ones", () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("take the same values", () => {
    const placeholders = (all: ReadonlyMap<string, string>) =>
      Object.fromEntries([...all].map(([key, text]) => [key, placeholdersOf(text)]));
    expect(placeholders(texts)).toEqual(placeholders(english));
  });
});

describe.each(LANGUAGES)("every text in %s", (language) => {
  const texts = flatMessages(language);

  it("says something", () => {
    expect([...texts].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  it("can be formatted with the values that it names", () => {
    const faults: string[] = [];
    for (const [key, text] of texts) {
      const t = createTranslator({
        locale: language,
        messages: { text },
        onError: (error) => faults.push(`${key}: ${error.message}`),
      });
      const names = placeholdersOf(text);
      const tags = names.filter((name) => name.startsWith("<")).map((tag) => [tag.slice(1, -1), () => "x"]);
      const values = names.filter((name) => !name.startsWith("<")).map((name) => [name, 2]);
      t.markup("text", Object.fromEntries([...tags, ...values]));
    }
    expect(faults).toEqual([]);
  });
});

/** The same in both languages: placeholders, formats. */
const NAMES = /\{.*\}|<.*>|JSON Lines|NDJSON/g;

it("Chinese texts are in Chinese", () => {
  const untranslated = [...flatMessages("zh")].filter(
    ([key, text]) => text === english.get(key) && /[A-Za-z]{4,}/.test(text.replace(NAMES, "")),
  );
  expect(untranslated.map(([key]) => key)).toEqual([]);
});
