import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MASK } from "@/lib/events/mask";
import { maskSecrets } from "@/lib/server/sources/samples/mask-secrets";

const SECRET = "s3cr3t-value";

describe("maskSecrets", () => {
  it.each([
    ["the Authorization header", `Authorization: Bearer ${SECRET}`],
    ["the Proxy-Authorization header", `proxy-authorization: Basic ${SECRET}`],
    ["cookies", `Cookie: a=1; sid=${SECRET}`],
    ["cookies that are set", `Set-Cookie: sid=${SECRET}; HttpOnly`],
    ["an IAM token", `x-auth-token: ${SECRET}`],
    ["an API key header", `X-Api-Key: ${SECRET}`],
    ["a parameter of a URL", `GET /a?b=c&access_token=${SECRET} HTTP/1.1`],
    ["the first parameter", `GET /a?token=${SECRET} HTTP/1.1`],
    ["a form", `user=a&password=${SECRET}`],
    ["a lone form field", `passwd=${SECRET}`],
    ["a JSON member", `{"user":"a","password":"${SECRET}"}`],
    ["an indented JSON member", `{\n  "clientSecret" : "${SECRET}"\n}`],
    ["a JSON list", `{"x-auth-token":["${SECRET}"]}`],
    ["a JSON text with escaped quotes", `{"password":"a\\"${SECRET}"}`],
  ])("takes out %s", (_, text) => {
    const result = maskSecrets(text);
    expect(result.text).not.toContain(SECRET);
    expect(result.text).toContain(MASK);
    expect(result.masked).toBe(true);
  });

  it.each([
    ["other headers", "Host: a.example.com\nUser-Agent: curl/7.81.0"],
    ["other parameters", "GET /a?id=1%27%20OR%201=1&page=2 HTTP/1.1"],
    ["other JSON", '{"user":"a","id":5}'],
    ["a word in prose", "the token was refused"],
    ["nothing", ""],
  ])("leaves %s as they came", (_, text) => {
    expect(maskSecrets(text)).toEqual({ text, masked: false });
  });

  it("says that it masked exactly when the text changed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const result = maskSecrets(text);
        expect(result.masked).toBe(result.text !== text);
      }),
    );
  });

  it.each([
    ["quotes", '"'.repeat(200_000)],
    ["backslashes", `"${"\\".repeat(200_000)}`],
    ["brackets", `"a":[${"[".repeat(200_000)}`],
    ["parameters", "a=".repeat(100_000)],
    ["colons", "a:".repeat(100_000)],
  ])("answers at once for hostile text of many %s", (_, text) => {
    const start = performance.now();
    maskSecrets(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
