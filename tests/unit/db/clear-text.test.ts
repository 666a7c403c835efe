import { expect, test } from "vitest";
import { crossesInClear } from "@/lib/server/db/clear-text";

test.each([
  ["postgresql://a:b@db.example.com/watchfloor", true],
  ["postgres://a:b@10.0.0.7:5432/watchfloor?sslmode=disable", true],
  ["postgresql://a:b@db.example.com/watchfloor?sslmode=verify-full", false],
  ["postgresql://a:b@db.example.com/watchfloor?sslmode=require", false],
  ["postgresql://a:b@127.0.0.1:5433/watchfloor", false],
  ["postgresql://a:b@[::1]/watchfloor", false],
  ["postgresql://localhost/watchfloor", false],
  ["postgresql:///watchfloor?host=/var/run/postgresql", false],
  ["postgresql://a:b@localhost/watchfloor?host=db.example.com", true],
])("%s crosses a network in clear text: %s", (url, expected) => {
  expect(crossesInClear(url)).toBe(expected);
});
