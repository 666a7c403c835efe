/** Holds the language that was chosen in this browser: one of `LANGUAGES`. Set by the browser, read by the server. */
export const LANGUAGE_COOKIE = "watchfloor-language";
