import localFont from "next/font/local";

// Only the Latin subset is loaded; every other script uses the system's fonts.

// Its fallback of the same measures is in `base.css`: the one that next/font makes knows Arial alone.
const inter = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

// The machine's own fonts for code are as wide, and look like it; a stretched Arial does not.
const mono = localFont({
  src: "../../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
  variable: "--font-mono",
  weight: "400",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

/** Class names that define `--font-inter` and `--font-mono`. */
export const fontVariables = `${inter.variable} ${mono.variable}`;
