/** Dots, colons and at signs that are not in brackets already. */
const DOT = /(?<!\[)\.(?!\])/g;
const COLON = /(?<!\[):(?!\])/g;
const AT = /(?<!\[)@(?!\])/g;
const IPV6 = /^\[?[0-9a-f*x]*:[0-9a-f*x]*:[0-9a-f*x:.%/]*\]?$/i;
const URL_SHAPE = /^([a-z][a-z0-9+.-]*)(:\/\/)([^/?#\\]*)(.*)$/is;

const SCHEMES: Record<string, string> = { http: "hxxp", https: "hxxps", ftp: "fxp" };

function defangHost(host: string): string {
  const bracketed = IPV6.test(host) ? host.replace(COLON, "[:]") : host;
  return bracketed.replace(DOT, "[.]").replace(AT, "[@]");
}

/**
 * An address, host, URL or account that cannot be clicked by accident where it is pasted:
 * `1[.]2[.]3[.]4`, `hxxps://evil[.]example/a.php`, `user[@]mail[.]example`. Defanging twice changes nothing.
 */
export function defang(text: string): string {
  const url = URL_SHAPE.exec(text);
  if (url) {
    const [, scheme = "", separator = "", host = "", rest = ""] = url;
    return `${SCHEMES[scheme.toLowerCase()] ?? scheme}${separator}${defangHost(host)}${rest}`;
  }
  if (IPV6.test(text)) return defangHost(text);
  const slash = text.indexOf("/");
  return slash > 0 ? defangHost(text.slice(0, slash)) + text.slice(slash) : defangHost(text);
}
