import { describe, expect, it } from "vitest";
import { defang } from "@/lib/format/defang";

describe("defang", () => {
  it.each([
    ["198.51.100.7", "198[.]51[.]100[.]7"],
    ["2001:db8::1", "2001[:]db8[:][:]1"],
    ["::ffff:198.51.100.7", "[:][:]ffff[:]198[.]51[.]100[.]7"],
    ["104.234.140.**", "104[.]234[.]140[.]**"],
    ["evil.example", "evil[.]example"],
    ["evil.example/a.php", "evil[.]example/a.php"],
    ["https://evil.example:8443/a.php?b=1.2", "hxxps://evil[.]example:8443/a.php?b=1.2"],
    ["HTTP://evil.example", "hxxp://evil[.]example"],
    ["user@mail.example", "user[@]mail[.]example"],
    ["plain-account", "plain-account"],
    ["[2001:db8::1]:8080", "[2001[:]db8[:][:]1]:8080"],
    ["2001:db8::/32", "2001[:]db8[:][:]/32"],
    ["fe80::1%eth0", "fe80[:][:]1%eth0"],
    ["http://[2001:db8::1]:8080/a.b", "hxxp://[2001[:]db8[:][:]1]:8080/a.b"],
    ["http://root:pw@evil.example/", "hxxp://root:pw[@]evil[.]example/"],
    ["evil.example/a.php?u=http://b.example/x", "evil[.]example/a.php?u=hxxp://b[.]example/x"],
    ["POST http://evil.example/a.b", "POST hxxp://evil[.]example/a.b"],
    [`\${jndi:ldap://evil.example/a}`, `\${jndi:ldap://evil[.]example/a}`],
    ["a.example\nhttp://b.example/e\r\n::1", "a[.]example\nhxxp://b[.]example/e\r\n[:][:]1"],
    ["/etc/passwd.bak", "/etc/passwd.bak"],
  ])("turns %s into %s", (text, expected) => {
    expect(defang(text)).toBe(expected);
  });

  it("changes nothing the second time", () => {
    const texts = [
      "198.51.100.7",
      "https://a.example/x",
      "2001:db8::1",
      "http://[2001:db8::1]:80/",
      "fe80::1%eth0",
    ];
    for (const text of texts) {
      expect(defang(defang(text))).toBe(defang(text));
    }
  });

  it("reads an address with a zone, wherever its colons are", () => {
    expect(defang("::%a")).toBe("[:][:]%a");
    expect(defang("1:2:3:4%lo0.1")).toBe("1[:]2[:]3[:]4%lo0[.]1");
  });

  it.each([
    ["colons", ":".repeat(100_000)],
    ["digits and colons", "1:".repeat(50_000)],
    ["letters", "a".repeat(100_000)],
    ["letters after a path", `/ ${"a".repeat(100_000)}`],
    ["letters and dots", `/ ${"a.".repeat(50_000)}`],
    ["schemes", "a://".repeat(25_000)],
    ["schemes without a host", "http:".repeat(20_000)],
    ["percent signs", `::${"%a".repeat(50_000)}`],
    ["accounts", "a@".repeat(50_000)],
  ])("answers at once for hostile text of many %s", (_, text) => {
    const start = performance.now();
    defang(`${text}!`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
