import type { ShortcutId } from "@/components/keyboard/shortcuts";

/** The palette's headings, in their order. */
export const COMMAND_GROUPS = ["pages", "views", "filters", "actions", "search"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that the palette can do. */
export type PaletteCommand = {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: string;
  /** Other words by which people look for it. */
  readonly keywords?: string;
  /** Its key, shown beside it. */
  readonly shortcut?: ShortcutId;
  readonly run: () => void;
};

/** Folds case, width and accents, so that what looks alike is found. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * The commands that hold every word of a text, in their order; those whose label starts with it come first
 * within their group.
 */
export function findCommands(commands: readonly PaletteCommand[], text: string): PaletteCommand[] {
  const wanted = fold(text.trim());
  const words = wanted.split(/\s+/);
  const found = commands.filter(({ label, keywords = "" }) => {
    const all = fold(`${label} ${keywords}`);
    return words.every((word) => all.includes(word));
  });
  const late = ({ label }: PaletteCommand) => (fold(label).startsWith(wanted) ? 0 : 1);
  return found.toSorted(
    (left, right) =>
      COMMAND_GROUPS.indexOf(left.group) - COMMAND_GROUPS.indexOf(right.group) || late(left) - late(right),
  );
}
