/**
 * A title for a code without a known one: `Event_DataTraverse` gives "Data traverse". Abbreviations stay
 * in capitals.
 */
export function codeTitle(code: string): string {
  const words = code
    .replace(/^Event_/i, "")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .split(/[\s_-]+/)
    .filter((word) => word !== "")
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()));
  const title = words.join(" ");
  return title === "" ? code : title.charAt(0).toUpperCase() + title.slice(1);
}
