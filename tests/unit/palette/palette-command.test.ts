import { describe, expect, test } from "vitest";
import { findCommands, type PaletteCommand } from "@/components/palette/palette-command";

function command(id: string, group: PaletteCommand["group"], label: string, keywords = ""): PaletteCommand {
  return { id, group, label, keywords, run: () => {} };
}

const COMMANDS = [
  command("dark", "actions", "Theme: Dark"),
  command("critical", "filters", "Only critical", "severity critical"),
  command("events", "pages", "Events"),
  command("all", "views", "All événements"),
  command("zh", "actions", "语言：简体中文"),
];

describe("the palette", () => {
  test.each([
    ["", ["events", "all", "critical", "dark", "zh"]],
    ["event", ["events"]],
    ["evenement", ["all"]],
    ["DARK theme", ["dark"]],
    ["severity", ["critical"]],
    ["简体", ["zh"]],
    ["ｄａｒｋ", ["dark"]],
    ["nothing like this", []],
  ])("finds %j: pages first, actions last", (text, ids) => {
    expect(findCommands(COMMANDS, text).map(({ id }) => id)).toEqual(ids);
  });

  test("puts what starts with the text before what only holds it", () => {
    const views = [command("late", "views", "My open"), command("early", "views", "Open ones")];
    expect(findCommands(views, "open").map(({ id }) => id)).toEqual(["early", "late"]);
  });
});
