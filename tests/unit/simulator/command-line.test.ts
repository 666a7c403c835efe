import { describe, expect, test } from "vitest";
import { readCommandLine } from "@/lib/simulator/command-line";

describe("the command line of npm run simulator", () => {
  test("has a default for everything", () => {
    expect(readCommandLine([])).toEqual({
      help: false,
      portBase: 4510,
      seed: 1,
      host: "127.0.0.1",
      configDirectory: null,
    });
  });

  test("takes every option", () => {
    const args = ["--port-base", "0", "--seed=7", "--host", "::1", "--write-config", "data/simulator"];
    expect(readCommandLine(args)).toEqual({
      help: false,
      portBase: 0,
      seed: 7,
      host: "::1",
      configDirectory: "data/simulator",
    });
  });

  test.each([
    [["--port-base", "65533"], "--port-base"],
    [["--port-base=-1"], "--port-base"],
    [["--seed", "one"], "--seed"],
    [["--colour"], "--colour"],
    [["--seed"], "--seed"],
  ])("refuses %j and names the option", (args, option) => {
    expect(() => readCommandLine(args)).toThrow(option);
  });
});
