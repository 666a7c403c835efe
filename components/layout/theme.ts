import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** The one accent: links, focus, primary buttons, selection. Shade 6 on white reaches 5.6:1. */
const accent: MantineColorsTuple = [
  "#eef1ff",
  "#dde3fd",
  "#bcc6f7",
  "#98a7f0",
  "#7a8ceb",
  "#6074e4",
  "#4659d4",
  "#3a4ab6",
  "#303e98",
  "#28337a",
];

/** Cool neutrals of the light scheme. */
const gray: MantineColorsTuple = [
  "#f7f8fa",
  "#f0f2f5",
  "#e4e7ec",
  "#d5dae1",
  "#b9c0ca",
  "#949ca9",
  "#697281",
  "#4d5563",
  "#343b47",
  "#1b2029",
];

/** Cool neutrals of the dark scheme, from text (0) to canvas (9), in Mantine's order. */
const dark: MantineColorsTuple = [
  "#e3e7ed",
  "#b8c0cc",
  "#98a2b1",
  "#6a7484",
  "#39414e",
  "#2a313b",
  "#1e232b",
  "#171b21",
  "#12151a",
  "#0d0f13",
];

/** The machine's own fonts first; the last one is ours (`chinese-font-faces.ts`). */
const CHINESE_FONTS = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC Variable"';

/** Named before the Chinese ones, because those have Latin letters of their own. */
const LINUX_MONOSPACE = '"DejaVu Sans Mono", "Liberation Mono"';

/** Without the role the header of a dialog would be a second banner of the page. */
const dialogHeader = { attributes: { header: { role: "presentation" } } };

/** Mantine's part of the look. Colours of our own (severity, surfaces) are in `tokens.css`. */
export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 6 },
  fontFamily: `var(--font-inter), "Inter Fallback", system-ui, ${CHINESE_FONTS}, sans-serif`,
  fontFamilyMonospace: `var(--font-mono), ui-monospace, Menlo, Consolas, ${LINUX_MONOSPACE}, ${CHINESE_FONTS}, monospace`,
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  defaultRadius: "sm",
  radius: { xs: "3px", sm: "5px", md: "8px", lg: "12px", xl: "20px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  // Named, not imported: a page loads those that it shows.
  components: {
    Button: { defaultProps: { size: "xs" } },
    DrawerRoot: { defaultProps: dialogHeader },
    ModalRoot: { defaultProps: dialogHeader },
    Menu: {
      defaultProps: {
        shadow: "md",
        transitionProps: { duration: 0 },
        // A focusable placeholder is no item of a menu.
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { shadow: "md", transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 0 } } },
  },
});
