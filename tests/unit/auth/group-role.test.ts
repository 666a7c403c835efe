import { describe, expect, it } from "vitest";
import { groupsOf, roleOfGroups } from "@/lib/server/auth/group-role";
import { roleMapSchema } from "@/lib/server/config/role-map";

describe("the map of groups to roles", () => {
  it.each([
    ["soc=analyst", [["soc", "analyst"]]],
    [
      " soc = analyst , leads=admin ",
      [
        ["soc", "analyst"],
        ["leads", "admin"],
      ],
    ],
    ["cn=soc,ou=groups,dc=example=viewer", [["cn=soc,ou=groups,dc=example", "viewer"]]],
    ["Security Team=analyst,", [["Security Team", "analyst"]]],
  ])("reads %s", (text, entries) => {
    expect([...roleMapSchema.parse(text)]).toEqual(entries);
  });

  it.each(["", ",", "soc", "soc=", "=admin", "soc=root", "soc=analyst,leads", "soc=analyst;leads=admin"])(
    "refuses %j",
    (text) => {
      expect(roleMapSchema.safeParse(text).success).toBe(false);
    },
  );
});

describe("the groups of a person", () => {
  it.each([
    ["a list", { groups: ["a", "b"] }, "groups", ["a", "b"]],
    ["a single name", { groups: "a" }, "groups", ["a"]],
    ["what is no text left out", { groups: ["a", 1, null] }, "groups", ["a"]],
    [
      "a claim whose name is an address",
      { "https://example.com/groups": ["a"] },
      "https://example.com/groups",
      ["a"],
    ],
    ["a claim inside another", { realm_access: { roles: ["a"] } }, "realm_access.roles", ["a"]],
    ["no claim", {}, "groups", null],
    ["a claim of nothing", { groups: null }, "groups", null],
  ])("are read from %s", (_what, claims, name, groups) => {
    expect(groupsOf(claims, name)).toEqual(groups);
  });

  it.each([
    [["a", "b"], "admin"],
    [["a"], "viewer"],
    [["A"], null],
    [["toString", "constructor"], null],
    [[], null],
  ])("%j give the role %s", (groups, role) => {
    const map = new Map([
      ["a", "viewer"],
      ["b", "admin"],
    ] as const);
    expect(roleOfGroups(groups, map)).toBe(role);
  });
});
