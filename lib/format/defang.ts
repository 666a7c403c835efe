/** Dots, colons and at signs that are not in brackets already. */
const DOT = /(?<!\[)\.(?!\])/g;
const COLON = /(?<!\[):(?!\])/g;
const AT = /(?<!\[)@(?!\])/g;
// An attacker decides how long a text is: no two parts of these that follow each other can take the same characters.
/** The address, its zone (`%eth0`), and the port behind brackets. */
const IPV6 =
  /^(\[?)([0-9a-f*x]*:[0-9a-f*x]*:[0-9a-f*x:.%/]*|[0-9a-f]*:[0-9a-f]*:[0-9a-f:]*%[\w.-]+)(\](?::\d+)?)?$/i;
/** Each letter may begin a scheme, so that its length has a bound: no scheme that is in use is nearly as long. */
const URLS = /([a-z][a-z0-9+.-]{0,30}):\/\/([^/?#\\\s"'<>]*)/gi;
/** What stands before a path; of `https://` it is nothing. */
const HOST_BEFORE_PATH = /^[^/\s]+(?=\/(?!\/))/;

const SCHEMES: Record<string, string> = { http: "hxxp", https: "hxxps", ftp: "fxp" };

function defangHost(host: string): string {
  const [, open = "", address, close = ""] = IPV6.exec(host) ?? [];
  const bracketed = address === undefined ? host : open + address.replace(COLON, "[:]") + close;
  return bracketed.replace(DOT, "[.]").replace(AT, "[@]");
}

const defangUrl = (_url: string, scheme: string, host: string) =>
  `${SCHEMES[scheme.toLowerCase()] ?? scheme}://${defangHost(host)}`;

function defangLine(line: string): string {
  if (IPV6.test(line)) return defangHost(line);
  const [host = line.includes("/") ? "" : line] = HOST_BEFORE_PATH.exec(line) ?? [];
  return defangHost(host) + line.slice(host.length).replace(URLS, defangUrl);
}

/**
 * An address, host, URL or account that cannot be clicked by accident where it is pasted:
 * `1[.]2[.]3[.]4`, `hxxps://evil[.]example/a.php`, `user[@]mail[.]example`. URLs within a text are found, and
 * each line is read for itself. Defanging twice changes nothing.
 */
export function defang(text: string): string {
  return text
    .split(/(\r\n|[\r\n])/)
    .map(defangLine)
    .join("");
}
