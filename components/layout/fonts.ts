import localFont from "next/font/local";

// next/font measures the fallback against the font, so that the text does not move when the font arrives.
// Only the Latin subset is loaded; every other script uses the system's fonts.

const inter = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  display: "swap",
  preload: false,
});

const mono = localFont({
  src: "../../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
  variable: "--font-mono",
  weight: "400",
  display: "swap",
  preload: false,
});

/** Class names that define `--font-inter` and `--font-mono`. */
export const fontVariables = `${inter.variable} ${mono.variable}`;
