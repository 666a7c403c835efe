import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MASK } from "@/lib/events/mask";
import { maskSecrets } from "@/lib/server/sources/samples/mask-secrets";

const SECRET = "s3cr3t-value";

describe("maskSecrets", () => {
  it.each([
    ["the Authorization header", `Authorization: Bearer ${SECRET}`],
    ["the Proxy-Authorization header", `proxy-authorization: Basic ${SECRET}`],
    ["cookies", `Cookie: a=1; sid=${SECRET}`],
    ["cookies that are set", `Set-Cookie: sid=${SECRET}; HttpOnly`],
    ["an IAM token", `x-auth-token: ${SECRET}`],
    ["an API key header", `X-Api-Key: ${SECRET}`],
    ["a parameter of a URL", `GET /a?b=c&access_token=${SECRET} HTTP/1.1`],
    ["the first parameter", `GET /a?token=${SECRET} HTTP/1.1`],
    ["a form", `user=a&password=${SECRET}`],
    ["a lone form field", `passwd=${SECRET}`],
    ["a JSON member", `{"user":"a","password":"${SECRET}"}`],
    ["an indented JSON member", `{\n  "clientSecret" : "${SECRET}"\n}`],
    ["a JSON list", `{"x-auth-token":["${SECRET}"]}`],
    ["a JSON text with escaped quotes", `{"password":"a\\"${SECRET}"}`],
    ["a member of an object in a JSON list", `{"users":[{"name":"a"},{"token":"${SECRET}"}]}`],
    ["a JSON list of lists", `{"tokens":[["a"],["${SECRET}"]]}`],
    ["a JSON object, with brackets in its texts", `{"credentials":{"a":"}","b":["${SECRET}"]},"c":1}`],
    ["a JSON text that was cut off", `{"user":"a","password":"${SECRET}`],
    ["a JSON list that was cut off", `{"tokens":["a","${SECRET}`],
    ["a JSON object that was cut off", `{"credential":{"value":"${SECRET}"`],
    ["JSON in a text of JSON", JSON.stringify({ body: JSON.stringify({ password: `a"${SECRET}` }) })],
    ["JSON in JSON in JSON", JSON.stringify([JSON.stringify([JSON.stringify({ token: `\\${SECRET}` })])])],
    ["members in single quotes", `{'user': 'a', 'password': '${SECRET}'}`],
    ["an element", `<login><user>a</user><password type="text">${SECRET}</password></login>`],
    ["an element with a prefix, as character data", `<wsse:Password><![CDATA[${SECRET}]]></wsse:Password>`],
    [
      "a part of a form",
      `--b\nContent-Disposition: form-data; name="password"\nContent-Type: text/plain\n\na\n${SECRET}\n--b--`,
    ],
    ["a part of a form that was cut off", `--b\nContent-Disposition: form-data; name="token"\n\n${SECRET}`],
    ["a parameter in quotes", `login password="a ${SECRET}" user=b`],
    ["a header that goes on in the next line", `Authorization: Basic\r\n ${SECRET}\r\nHost: a`],
    ["a header that begins in the next line", `Cookie:\n\t${SECRET}`],
    ["a header with a blank before its colon", `Authorization : Basic ${SECRET}`],
    ["a header with a dot", `X.Api.Key: ${SECRET}`],
    ["a header with a line separator of Unicode", `Cookie: a=1\u2028; sid=${SECRET}`],
    ["a parameter with an encoded name", `GET /a?%70ass%77ord=${SECRET}&b=c`],
    ["a parameter of ASP.NET", `ctl00$txtPassword=${SECRET}`],
    ["a parameter with quotation marks in its name", `user['password']=${SECRET}`],
    ["a parameter of a fragment", `Location: https://a.example/#access_token=${SECRET}`],
    ["a parameter with a scheme", `authorization=Bearer ${SECRET}`],
    ["JSON in a parameter", `a=${encodeURIComponent(`{"user": "a", "password": "b ${SECRET}"}`)}&b=c`],
    ["JSON in a form", `a=${new URLSearchParams({ a: `{"b": 1, "token": "b ${SECRET}"}` })}&b=c`],
    ["JSON in a parameter that was cut off", `a=${encodeURIComponent(`{"token":"${SECRET}`)}%2`],
    ["an address in a parameter", `GET /a?next=${encodeURIComponent(`/b?token=${SECRET}&c=d`)}`],
    ["the password of an address", `Referer: https://admin:${SECRET}@a.example/`],
    ["the password of a database's address", `url=jdbc:mysql://root:${SECRET}@db/a`],
    ["an attribute", `<login user='a' password='b ${SECRET}'/>`],
    ["an attribute with blanks", `<login password = "${SECRET}"/>`],
    ["character data with a bracket", `<password><![CDATA[a<${SECRET}]]></password>`],
    ["an argument of GraphQL", `mutation { login(user: "a", password: "${SECRET}") { id } }`],
    ["GraphQL in JSON", JSON.stringify({ query: `{ login(password: "${SECRET}") { id } }` })],
    ["a line of YAML", `db:\n  password: ${SECRET}\n`],
    ["a list of YAML", `- password: ${SECRET}`],
    ["a line of properties", `db.password = ${SECRET}`],
    ["program text", `['password' => '${SECRET}'], {"token"=>"${SECRET}"}, login(password='a ${SECRET}')`],
    ["a part of a form with a bare name", `Content-Disposition: form-data; name=password\n\n${SECRET}`],
    ["an element within one", `<password>\n<value type="text">${SECRET}</value>\n</password>`],
    ["an element within one that was cut off", `<wsse:password><a>b</a><value>${SECRET}`],
    ["the value of a named attribute", `<add key="ApiPassword" value="${SECRET}"/>`],
    ["the value of a field of a form", `<input name='token' type="hidden" value='a "${SECRET}'>`],
    ["the value of a named pair that was cut off", `[{"name":"Cookie","value":"a=1; ${SECRET}`],
    ["a named pair in a text of JSON", `x{\\"Key\\": \\"token\\", \\"Value\\": \\"${SECRET}\\"}`],
    ["a header as an argument", `curl -s -H "Authorization: Bearer ${SECRET}" https://a.example/`],
    ["a header as an argument that was cut off", `fetch -H 'x-api-key: a ${SECRET}`],
    ["a member that PHP has serialized", `a:1:{s:8:"password";s:14:"a"${SECRET}";}`],
    ["a member that PHP has serialized, cut off", `a:1:{s:5:"token";s:12:"${SECRET}`],
    ["a private key", `-----BEGIN RSA PRIVATE KEY-----\n${SECRET}\n-----END RSA PRIVATE KEY-----`],
    ["a private key that was cut off", `-----BEGIN PRIVATE KEY-----\\n${SECRET}`],
    ...["user_pwd", "newPwd", "user[pass]", "session", "sid", "auth", "auth_key", "jwt", "csrf", "sign"].map(
      (name) => [`the parameter ${name}`, `GET /a?${name}=${SECRET}&b=c HTTP/1.1`],
    ),
  ])("takes out %s", (_, text) => {
    const result = maskSecrets(text);
    expect(result.text).not.toContain(SECRET);
    expect(result.text).toContain(MASK);
    expect(result.masked).toBe(true);
  });

  it.each([
    ["other headers", "Host: a.example.com\nUser-Agent: curl/7.81.0"],
    ["other parameters", "GET /a?id=1%27%20OR%201=1&page=2 HTTP/1.1"],
    ["other JSON", '{"user":"a","id":5}'],
    ["a word in prose", "the token was refused"],
    ["other elements", '<input type="password" name="a"><user>a</user>'],
    ["other parts of a form", '--b\nContent-Disposition: form-data; name="city"\n\nBerlin\n--b--'],
    ["encoded parameters", "GET /a?b=%7B%22a%22%3A+%22%c3%a9%25%22%7d&c=%2"],
    ["addresses", "GET http://a.example:8080/b@c?d=https%3a%2f%2fe%40f HTTP/1.1"],
    ["other names", "GET /a?bypass=1&compass=2&author=b&design=c&residence=d&assignment=e HTTP/1.1"],
    ["other program text", `a = "b"; c: 'd', e => \\"f\\"`],
    ["a public key", "-----BEGIN PUBLIC KEY-----\na\n-----END PUBLIC KEY-----"],
    ["other named attributes", '<a name="b" value="c"/><password /><user>d</user>'],
    ["other arguments", `curl -H "Host: a" -d 'b: c' "https://a.example:80/"`],
    ["a name without a value", '{"password":'],
    ["nothing", ""],
  ])("leaves %s as they came", (_, text) => {
    expect(maskSecrets(text)).toEqual({ text, masked: false });
  });

  it.each([
    ["a text", '{"token":"a\\\\","user":"b"}', `{"token":"${MASK}","user":"b"}`],
    ["a number", '{"token":12.5e3,"user":"b"}', `{"token":"${MASK}","user":"b"}`],
    ["a list", '{"token":["]",[1]],"user":"b"}', `{"token":"${MASK}","user":"b"}`],
    ["an empty text", '{"token":"","user":"b"}', `{"token":"${MASK}","user":"b"}`],
    ["JSON in JSON", '"{\\"token\\":\\"a\\",\\"b\\":1}"', `"{\\"token\\":\\"${MASK}\\",\\"b\\":1}"`],
    [
      "JSON in JSON that was cut off",
      '{"b":"{\\"token\\":\\"a","c":1}',
      `{"b":"{\\"token\\":\\"${MASK}\\"","c":1}`,
    ],
    ["a header", "Cookie: a\r\n b\r\nHost: c\r\n d", `Cookie: ${MASK}\r\nHost: c\r\n d`],
    ["a line of YAML", "db:\n  token: a\n  b: c", `db:\n  token: ${MASK}\n  b: c`],
    ["an attribute", '<a token="b" c="d"/>', `<a token="${MASK}" c="d"/>`],
    [
      "a lone quotation mark",
      "GET /?token='&a=b HTTP/1.1\nHost: 'c'",
      `GET /?token=${MASK}&a=b HTTP/1.1\nHost: 'c'`,
    ],
    [
      "JSON in a parameter",
      "a=%7b%22token%22:%22b%22,%22c%22:1%7d&d=%7b",
      `a=%7B%22token%22%3A%22${MASK}%22%2C%22c%22%3A1%7D&d=%7b`,
    ],
    ["an element", "<token>a</token><b>c</b>", `<token>${MASK}</token><b>c</b>`],
    [
      "a part of a form",
      '--b\nContent-Disposition: form-data; name="pwd"\n\na\n--b\nc',
      `--b\nContent-Disposition: form-data; name="pwd"\n\n${MASK}\n--b\nc`,
    ],
    ["an element within one", "<pwd><a>b</a></pwd><c>d</c>", `<pwd>${MASK}</pwd><c>d</c>`],
    ["a named attribute", '<a key="pwd" value="b" c="d"/>', `<a key="pwd" value="${MASK}" c="d"/>`],
    ["a header as an argument", 'a -H "Cookie: b" -H "Host: c"', `a -H "Cookie: ${MASK}" -H "Host: c"`],
    ["serialized text", 's:3:"pwd";s:1:"b";s:1:"c";s:1:"d";', `s:3:"pwd";s:1:"${MASK}";s:1:"c";s:1:"d";`],
    ["a lone quotation mark before a header", 'it"Cookie: a\nHost: "b"', `it"Cookie: ${MASK}\nHost: "b"`],
  ])("takes out nothing but the secret of %s", (_, text, shown) => {
    expect(maskSecrets(text)).toEqual({ text: shown, masked: true });
  });

  it("says that it masked exactly when the text changed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const result = maskSecrets(text);
        expect(result.masked).toBe(result.text !== text);
      }),
    );
  });

  it.each([
    ["quotes", '"'.repeat(200_000)],
    ["backslashes", `"${"\\".repeat(200_000)}`],
    ["brackets", `"a":[${"[".repeat(200_000)}`],
    ["lists without an end", '"a":['.repeat(40_000)],
    ["secret lists without an end", '"token":['.repeat(20_000)],
    ["secret texts", '"token":"a\\\\",'.repeat(12_000)],
    ["names and blanks", `"a"${" ".repeat(200_000)}`],
    ["elements", "<token ".repeat(30_000)],
    ["parts of a form", 'Content-Disposition: form-data; name="a"\n'.repeat(5_000)],
    ["secret parts of a form", 'Content-Disposition: form-data; name="pwd"\n\n'.repeat(5_000)],
    ["parameters in quotes", 'a="'.repeat(70_000)],
    ["parameters", "a=".repeat(100_000)],
    ["colons", "a:".repeat(100_000)],
    ["quoted words", 'token:"\n'.repeat(25_000)],
    ["quotation marks of two kinds", `token:"token:'token:\\"token:\\'\n`.repeat(7_000)],
    ["lines that go on", `cookie:${"\n ".repeat(100_000)}`],
    ["headers that go on", "cookie:\n \n a\n".repeat(15_000)],
    ["percent signs", `a=${"%25".repeat(70_000)}`],
    ["encoded parameters", `a=${"%26a%3D".repeat(30_000)}`],
    ["encoded JSON", `a=${"%7b%22token%22:".repeat(15_000)}`],
    ["addresses", "://a:".repeat(40_000)],
    ["private keys", "-----BEGIN PRIVATE KEY-----".repeat(8_000)],
    ["character data", "<token><![CDATA[".repeat(12_000)],
    ["elements within elements", "<token><".repeat(25_000)],
    ["secret elements within elements", "<token><a></token>".repeat(10_000)],
    ["named attributes", 'name="token" '.repeat(15_000)],
    ["attributes between", `name="token"${' a="b"'.repeat(30_000)}`],
    ["named attributes with values", `name="token" value='`.repeat(9_000)],
    ["named pairs", '{"name":"token","value":'.repeat(8_000)],
    ["quoted headers", '"token: '.repeat(25_000)],
    ["quoted headers of lines", '"token: a\n'.repeat(20_000)],
    ["quoted headers of two kinds", `"token: 'token: \\"token: \n`.repeat(8_000)],
    ["serialized members", 's:5:"token";s:1:"'.repeat(12_000)],
    ["words and dots", `token${".a".repeat(100_000)}`],
  ])("answers at once for hostile text of many %s", (_, text) => {
    const start = performance.now();
    maskSecrets(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
