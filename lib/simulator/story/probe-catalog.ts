import type { Technique } from "@/lib/simulator/story/hostile-text";

/** One detection rule of the application protection, with the call stack its probe sees. */
export interface Probe {
  readonly rule: string;
  readonly probe: string;
  readonly technique: Technique;
  readonly severity: string;
  readonly tag: string;
  readonly description: string;
  /** From the probe outwards to the application's own code. */
  readonly stack: readonly string[];
  readonly weight: number;
}

/** The container's part, under every application stack. */
const CONTAINER = [
  "org.springframework.web.servlet.DispatcherServlet.doDispatch(DispatcherServlet.java:1072)",
  "javax.servlet.http.HttpServlet.service(HttpServlet.java:750)",
  "org.apache.catalina.core.ApplicationFilterChain.internalDoFilter(ApplicationFilterChain.java:227)",
  "org.apache.catalina.core.StandardWrapperValve.invoke(StandardWrapperValve.java:197)",
  "org.apache.tomcat.util.net.NioEndpoint$SocketProcessor.doRun(NioEndpoint.java:1789)",
  "java.lang.Thread.run(Thread.java:748)",
];

function probe(
  rule: string,
  name: string,
  technique: Technique,
  severity: string,
  tag: string,
  weight: number,
  description: string,
  stack: readonly string[],
): Probe {
  return {
    rule,
    probe: name,
    technique,
    severity,
    tag,
    weight,
    description,
    stack: [...stack, ...CONTAINER],
  };
}

export const PROBES: readonly Probe[] = [
  probe(
    "ExpressionInject",
    "EI-TemplateAwareExpressionParser.parseExpression",
    "spel",
    "High",
    "attack_blocked",
    12,
    "the length of the expression over max length, length: 2908",
    [
      "org.springframework.expression.common.TemplateAwareExpressionParser.parseExpression(TemplateAwareExpressionParser.java:43)",
      "com.example.crm.report.ReportFilter.evaluate(ReportFilter.java:88)",
    ],
  ),
  probe(
    "OgnlInject",
    "EI-Ognl.parseExpression",
    "ognl",
    "High",
    "attack_attempt",
    9,
    "the expression calls a static method: java.lang.Runtime.getRuntime",
    [
      "ognl.Ognl.parseExpression(Ognl.java:110)",
      "com.opensymphony.xwork2.ognl.OgnlUtil.compileAndExecute(OgnlUtil.java:402)",
    ],
  ),
  probe(
    "SqlInject",
    "SQL-ConnectionImpl.prepareStatement",
    "sql",
    "Medium",
    "attack_attempt",
    34,
    "the statement has a tautology in its condition",
    [
      "com.mysql.cj.jdbc.ConnectionImpl.prepareStatement(ConnectionImpl.java:1594)",
      "com.example.shop.order.OrderDao.findByKeyword(OrderDao.java:131)",
    ],
  ),
  probe(
    "JndiInject",
    "JNDI-InitialContext.lookup",
    "log4shell",
    "Critical",
    "attack_success",
    1.5,
    "lookup of a remote address: ldap://198.51.100.41:1389",
    [
      "javax.naming.InitialContext.lookup(InitialContext.java:417)",
      "org.apache.logging.log4j.core.net.JndiManager.lookup(JndiManager.java:172)",
      "org.apache.logging.log4j.core.lookup.JndiLookup.lookup(JndiLookup.java:56)",
    ],
  ),
  probe(
    "RemoteCommandExecute",
    "CMD-ProcessBuilder.start",
    "command",
    "Critical",
    "collapsible_host",
    0.5,
    "the web process starts a shell: /bin/sh -c",
    [
      "java.lang.ProcessBuilder.start(ProcessBuilder.java:1029)",
      "java.lang.Runtime.exec(Runtime.java:621)",
      "com.example.ops.DiagnoseController.ping(DiagnoseController.java:57)",
    ],
  ),
  probe(
    "DeserializeInject",
    "DE-ObjectInputStream.resolveClass",
    "deserialize",
    "High",
    "attack_blocked",
    7,
    "class on the deny list: com.sun.rowset.JdbcRowSetImpl",
    [
      "java.io.ObjectInputStream.resolveClass(ObjectInputStream.java:682)",
      "com.alibaba.fastjson.parser.ParserConfig.checkAutoType(ParserConfig.java:1038)",
    ],
  ),
  probe(
    "WebShellUpload",
    "FILE-FileOutputStream.<init>",
    "webshell",
    "Critical",
    "attack_success",
    0.7,
    "a script file is written below the web root: upload/2026/avatar.jsp",
    [
      "java.io.FileOutputStream.<init>(FileOutputStream.java:213)",
      "com.example.files.UploadService.store(UploadService.java:74)",
    ],
  ),
  probe(
    "XxeInject",
    "XXE-XMLEntityManager.setupCurrentEntity",
    "xxe",
    "Medium",
    "attack_attempt",
    8,
    "an external entity is loaded from another host",
    [
      "com.sun.org.apache.xerces.internal.impl.XMLEntityManager.setupCurrentEntity(XMLEntityManager.java:647)",
      "com.example.crm.importer.ExcelImporter.parse(ExcelImporter.java:39)",
    ],
  ),
  probe(
    "PathTraversal",
    "FILE-FileInputStream.<init>",
    "traversal",
    "Low",
    "attack_attempt",
    30,
    "the path leaves the allowed directory",
    [
      "java.io.FileInputStream.<init>(FileInputStream.java:138)",
      "com.example.files.DownloadController.get(DownloadController.java:61)",
    ],
  ),
  probe(
    "ReflectedXss",
    "XSS-JspWriter.print",
    "xss",
    "Low",
    "abnormal_behavior",
    22,
    "request parameter is written to the page without escaping",
    [
      "org.apache.jasper.runtime.JspWriterImpl.print(JspWriterImpl.java:530)",
      "org.apache.jsp.search_jsp._jspService(search_jsp.java:143)",
    ],
  ),
  probe(
    "FilelessWebshell",
    "MEM-ClassLoader.defineClass",
    "spel",
    "Critical",
    "collapsible_host",
    0.3,
    "a filter class is defined in memory without a file",
    [
      "java.lang.ClassLoader.defineClass(ClassLoader.java:756)",
      "org.springframework.cglib.core.ReflectUtils.defineClass(ReflectUtils.java:487)",
    ],
  ),
  probe(
    "WeakConfiguration",
    "CFG-ServletContext.init",
    "command",
    "Security",
    "system_vulnerability",
    10,
    "debug mode of the framework is switched on",
    ["org.springframework.boot.SpringApplication.run(SpringApplication.java:303)"],
  ),
];

/** @throws when the catalogue has no such rule. */
export function probeNamed(rule: string): Probe {
  const found = PROBES.find((candidate) => candidate.rule === rule);
  if (!found) throw new Error(`the story has no probe "${rule}"`);
  return found;
}
