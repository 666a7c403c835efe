import { describe, expect, it } from "vitest";
import { requestLanguage } from "@/lib/server/language/request-language";

describe("the language of an answer", () => {
  it.each([
    [{}, "en"],
    [{ "accept-language": "zh-CN,zh;q=0.9,en;q=0.8" }, "zh"],
    [{ "accept-language": "en-US,en;q=0.9,zh;q=0.5" }, "en"],
    [{ "accept-language": "de-DE,de;q=0.9" }, "en"],
    [{ "accept-language": "fr, zh-Hans;q=0.5" }, "zh"],
    [{ "accept-language": ";;;=,," }, "en"],
    [{ "accept-language": "zh", cookie: "a=b; watchfloor-language=en" }, "en"],
    [{ cookie: "watchfloor-language=zh" }, "zh"],
    [{ cookie: "watchfloor-language=xx" }, "en"],
    [{ cookie: "watchfloor-language=%E0%A4%A" }, "en"],
  ])("for %j is %s", (headers, expected) => {
    expect(requestLanguage(new Headers(Object.entries(headers)))).toBe(expected);
  });
});
