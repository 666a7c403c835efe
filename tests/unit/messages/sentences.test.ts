import { describe, expect, it } from "vitest";
import { sentenceTranslator } from "@/lib/format/sentence";
import { SENTENCES } from "@/messages/zh/sentences";
import { HOSTILE } from "@/tests/support/hostile-event";
import { literalText, type SourceFile, sourceFiles } from "@/tests/support/messages/source-files";

/** Where the server words what a person may read in the console. */
const WORDED = [
  "lib/events/query.ts",
  "lib/server/auth/serve-auth.ts",
  "lib/server/db/database-trouble.ts",
  "lib/server/http",
  "lib/server/outbox",
  "lib/server/people",
  "lib/server/settings",
  "lib/server/sources/live",
  "lib/server/sync/failure.ts",
  "lib/server/triage",
];
/** What is worded is named so, as a property or a variable. */
const NAMES = ["message", "lastMessage", "detail", "reason", "problem"];

const say = sentenceTranslator(SENTENCES);
const nameOf = (node: unknown) => Reflect.get(Object(node), "value");

/** The literals that are given as the words of a problem, or kept under a name for words. */
function sentencesIn({ nodes }: SourceFile): string[] {
  const literals = nodes.flatMap((node) => {
    if (node.type === "NewExpression" && nameOf(node.callee) === "ProblemError") {
      return Array.isArray(node.arguments) ? [node.arguments[1]?.expression] : [];
    }
    if (node.type === "KeyValueProperty" && NAMES.includes(nameOf(node.key))) return [node.value];
    if (node.type === "VariableDeclarator" && NAMES.includes(nameOf(node.id))) return [node.init];
    return [];
  });
  // Sentences only: a word in the place of one is a code.
  return literals.flatMap((literal) => {
    const text = literalText(literal, "somebody");
    return text?.includes(" ") ? [text] : [];
  });
}

describe("the server's sentences in Chinese", () => {
  const sentences = sourceFiles(WORDED).flatMap((file) => sentencesIn(file).map((text) => [text, file.path]));

  it("are found in the source", () => {
    expect(sentences.length).toBeGreaterThan(60);
  });

  it.each(sentences)("say: %s", (text) => {
    expect(say(text)).toMatch(/\p{Script=Han}{2,}/u);
  });

  it("fill in all that the English ones fill in, and nothing else", () => {
    const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    // Of the forms of a time, Chinese readers are told in their own words; the rest holds everything.
    const told = Object.entries(SENTENCES).filter(([sentence]) => !sentence.includes("{forms}"));
    for (const [sentence, translation] of told) {
      expect(names(sentence), sentence).toEqual(expect.arrayContaining(names(translation)));
    }
  });

  it("keep what came from outside, character by character", () => {
    expect(say(`There is no event ${HOSTILE}.`)).toBe(`事件 ${HOSTILE} 不存在。`);
    expect(say("The cloud refused the request. (NoPermission)")).toBe("云端拒绝了请求。（NoPermission）");
    expect(say("The cloud cannot be reached (ECONNREFUSED).")).toBe("无法连接云端（ECONNREFUSED）。");
  });

  it.each(["", "NoPermission", "Somebody's own words.", HOSTILE, "(x)", `${"a ".repeat(5_000)}.`])(
    "leave other texts as they came",
    (text) => {
      expect(say(text)).toBe(text);
    },
  );

  it("are said within sentences, too", () => {
    expect(
      say(
        'Overtaken: cloud user 1001 set "actioned" in the cloud. Look at both, then set the status again if yours is right.',
      ),
    ).toBe("已被覆盖：云端用户 1001 在云端设置了“已处置”。请比对两者，若您的状态正确请重新设置。");
  });
});
