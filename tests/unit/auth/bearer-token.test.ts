import { expect, it } from "vitest";
import { bearerToken } from "@/lib/server/auth/bearer-token";

it.each([
  ["Bearer wf_x", "wf_x"],
  ["bearer  wf_x ", "wf_x"],
  ["Bearer", ""],
  ["Basic dXNlcg==", null],
  ["Bearerwf_x", null],
])("reads %j as the token %j", (authorization, token) => {
  expect(bearerToken(new Headers({ authorization }))).toBe(token);
});

it("finds no token where there is no header", () => {
  expect(bearerToken(new Headers())).toBeNull();
});
