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
  ])("turns %s into %s", (text, expected) => {
    expect(defang(text)).toBe(expected);
  });

  it("changes nothing the second time", () => {
    for (const text of ["198.51.100.7", "https://a.example/x", "2001:db8::1"]) {
      expect(defang(defang(text))).toBe(defang(text));
    }
  });
});
