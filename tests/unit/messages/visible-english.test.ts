import { expect, it } from "vitest";
import { sourceFiles, stringValue } from "@/tests/support/messages/source-files";

/** Attributes that people see or hear. */
const SPOKEN = [
  "alt",
  "aria-description",
  "aria-label",
  "description",
  "error",
  "label",
  "placeholder",
  "title",
];

/** The same in every language: names, formats, keys of the keyboard. */
const NAMES = /Watchfloor|HTTP|JSON|UTC|CSV|Shift/g;

/** Shown when nothing else works, so it says everything in both languages by itself. */
const BILINGUAL = ["app/global-error.tsx"];

const isWords = (text: string) => /[A-Za-z]{2,}/.test(text.replaceAll(NAMES, ""));

it("no component holds a text of its own: texts stand in messages/", () => {
  const found = sourceFiles()
    .filter(({ path }) => path.endsWith(".tsx") && !BILINGUAL.includes(path))
    .flatMap(({ path, nodes }) =>
      nodes.flatMap((node) => {
        const spoken = node.type === "JSXAttribute" && SPOKEN.includes(Object(node.name).value);
        const text = spoken ? stringValue(node.value) : node.type === "JSXText" ? node.value : null;
        return typeof text === "string" && isWords(text) ? [`${path}: ${text.trim()}`] : [];
      }),
    );
  expect(found).toEqual([]);
});
