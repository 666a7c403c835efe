const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/**
 * A country for people: `GB` gives `United Kingdom (GB)`. What is no ISO 3166-1 code (a name in another
 * language, `-`, a number) is returned as it came.
 */
export function formatCountry(country: string): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return country;
  const code = country.toUpperCase();
  const name = names.of(code);
  return name ? `${name} (${code})` : country;
}
