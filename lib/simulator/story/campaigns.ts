import type { Random } from "@/lib/simulator/random";
import type { Dataset } from "@/lib/simulator/simulator-options";
import { actorNamed } from "@/lib/simulator/story/actors";
import { apisecScene } from "@/lib/simulator/story/apisec-scene";
import { serviceAt } from "@/lib/simulator/story/estate";
import { probeNamed } from "@/lib/simulator/story/probe-catalog";
import { raspCopies, raspScene } from "@/lib/simulator/story/rasp-scene";
import { riskScene } from "@/lib/simulator/story/risk-scene";
import { ruleNamed } from "@/lib/simulator/story/rule-catalog";
import type { Scene } from "@/lib/simulator/story/scene";
import { threatScene } from "@/lib/simulator/story/threat-scene";

const MINUTE = 60;
const HOUR = 3_600;

/** One attack told by all products: what it leaves in each when it begins at `start` (Unix seconds). */
type Campaign = (source: Random, start: number) => Dataset;

/** The scene that follows `after` seconds later. */
function later(scene: Scene, after: number, change: Partial<Scene> = {}): Scene {
  return { ...scene, start: scene.start + after, ...change };
}

/** Scan, Log4Shell at the edge, JNDI lookup in the host, then the host calls home and mines. */
const log4shell: Campaign = (source, start) => {
  const shop = serviceAt("shop.example.com");
  const actor = actorNamed("log4shell botnet");
  const scan: Scene = { actor, service: shop, start, duration: 3 * HOUR, attacks: source.int(800, 6_000) };
  const exploit = later(scan, 2 * HOUR, { duration: HOUR, attacks: source.int(40, 400) });
  const inside = later(exploit, 25 * MINUTE, { duration: MINUTE, attacks: 1 });
  const jndi = raspScene(source, inside, probeNamed("JndiInject"));
  return {
    threatEvents: [
      threatScene(
        source,
        exploit,
        {
          tag: "MultipleDomainWebattack",
          level: "critical",
          suggest: "FixBug",
          blocked: 0.93,
          types: ["jndi", "rce"],
          intelligence: ["CVE-2021-44228", "CVE-2021-45046", "Botnet"],
        },
        ["shop.example.com", "api.example.com", "pay.example.com"],
      ),
    ],
    riskEvents: [
      riskScene(source, scan, ruleNamed("Port scan"), false),
      riskScene(source, later(scan, HOUR), ruleNamed("Web vulnerability scan"), true),
      riskScene(source, exploit, ruleNamed("Apache Log4j2"), true),
      riskScene(source, later(exploit, 20 * MINUTE, { attacks: 3 }), ruleNamed("Apache Log4j2"), false),
      riskScene(
        source,
        later(inside, 2 * MINUTE, { attacks: 4, duration: 20 * MINUTE }),
        ruleNamed("Reverse shell"),
        false,
      ),
      riskScene(
        source,
        later(inside, 50 * MINUTE, { attacks: source.int(60, 300), duration: 9 * HOUR }),
        ruleNamed("Mining pool"),
        true,
      ),
    ],
    raspEvents: [
      jndi,
      ...raspCopies(source, jndi, 1),
      raspScene(source, later(inside, MINUTE), probeNamed("RemoteCommandExecute")),
    ],
  };
};

/** Stolen passwords tried against the login: many addresses, many accounts, SMS codes drained. */
const credentialStuffing: Campaign = (source, start) => {
  const service = serviceAt("login.example.com");
  const [token, register, sms] = service.apis;
  const scene: Scene = {
    actor: actorNamed("stuffing crew"),
    service,
    start,
    duration: 6 * HOUR,
    attacks: source.int(4_000, 30_000),
  };
  if (!token || !register || !sms) throw new Error("the login service lost its interfaces");
  return {
    apisecEvents: [
      apisecScene(source, scene, token, { tag: "Event_LoginCollision", scope: "ip" }),
      apisecScene(source, later(scene, 40 * MINUTE), token, {
        tag: "Event_LoginCollision",
        scope: "account",
      }),
      apisecScene(source, later(scene, HOUR, { attacks: 900 }), token, {
        tag: "Event_LoginBruteForce",
        scope: "account",
      }),
      apisecScene(source, later(scene, 3 * HOUR, { attacks: 60 }), token, {
        tag: "Event_TokenReplay",
        scope: "account",
        leaks: true,
      }),
      apisecScene(
        source,
        later(scene, HOUR, { actor: actorNamed("sms pumping ring"), attacks: 5_200 }),
        sms,
        { tag: "SMSInterfaceAbuse", scope: "ip" },
      ),
      apisecScene(source, later(scene, 2 * HOUR, { attacks: 340 }), register, {
        tag: "Event_RegisterBatch",
        scope: "ip",
      }),
    ],
    threatEvents: [
      threatScene(source, scene, {
        tag: "SingleURLWebattack",
        level: "high",
        suggest: "ProtectInterface",
        blocked: 0.55,
        types: ["bruteforce"],
        intelligence: ["Credential Stuffing", "Proxy Pool"],
      }),
    ],
    riskEvents: [
      riskScene(source, later(scene, -30 * MINUTE, { attacks: 220 }), ruleNamed("SSH brute force"), true),
      riskScene(source, later(scene, 20 * MINUTE, { attacks: 75 }), ruleNamed("HTTP flood"), false),
    ],
  };
};

/** Injection in the CRM, then customers copied page by page and by bulk export. */
const dataTheft: Campaign = (source, start) => {
  const service = serviceAt("crm.example.cn");
  const [list, , report] = service.apis;
  const scene: Scene = {
    actor: actorNamed("data thief"),
    service,
    start,
    duration: 4 * HOUR,
    attacks: source.int(300, 2_500),
  };
  if (!list || !report) throw new Error("the CRM lost its interfaces");
  return {
    apisecEvents: [
      apisecScene(source, later(scene, HOUR), list, {
        tag: "Event_DataTraverse",
        scope: "ip",
        level: "high",
        leaks: true,
      }),
      apisecScene(source, later(scene, 2 * HOUR), list, {
        tag: "ObtainSensitiveUnauthorized",
        scope: "ip",
        leaks: true,
      }),
      apisecScene(source, later(scene, 3 * HOUR, { attacks: 12 }), report, {
        tag: "Event_SensitiveBulkExport",
        scope: "account",
        leaks: true,
      }),
    ],
    threatEvents: [
      threatScene(source, scene, {
        tag: "SingleURLSqlattack",
        level: "high",
        suggest: "FixBug",
        blocked: 0.6,
        types: ["sqli"],
        intelligence: ["CVE-2023-34362"],
      }),
    ],
    riskEvents: [
      riskScene(source, scene, ruleNamed("SQL injection"), true),
      riskScene(source, later(scene, 15 * MINUTE, { attacks: 20 }), ruleNamed("Struts2 OGNL"), false),
    ],
    raspEvents: [
      ...Array.from({ length: 5 }, (_, index) =>
        raspScene(source, later(scene, (10 + index * 7) * MINUTE), probeNamed("SqlInject")),
      ),
      raspScene(source, later(scene, 22 * MINUTE), probeNamed("OgnlInject")),
    ],
  };
};

/** A web shell is uploaded and used; the host then talks to its controller. */
const webshell: Campaign = (source, start) => {
  const service = serviceAt("files.example.com");
  const [upload] = service.apis;
  const scene: Scene = {
    actor: actorNamed("webshell operator"),
    service,
    start,
    duration: 40 * MINUTE,
    attacks: source.int(6, 40),
  };
  if (!upload) throw new Error("the file service lost its interfaces");
  return {
    apisecEvents: [
      apisecScene(source, scene, upload, {
        tag: "Event_AbnormalIPAccess",
        scope: "ip",
        level: "medium",
        technique: "webshell",
      }),
    ],
    threatEvents: [
      threatScene(source, scene, {
        tag: "WebshellUpload",
        level: "critical",
        suggest: "SwitchBlock",
        blocked: 0,
        types: ["webshell"],
        intelligence: ["CVE-2023-22527"],
      }),
    ],
    riskEvents: [
      riskScene(
        source,
        later(scene, 5 * MINUTE, { attacks: 17 }),
        ruleNamed("Webshell communication"),
        false,
      ),
      riskScene(
        source,
        later(scene, 30 * MINUTE, { attacks: 8, duration: 5 * HOUR }),
        ruleNamed("Trojan back door"),
        false,
      ),
    ],
    raspEvents: [
      raspScene(source, later(scene, 3 * MINUTE), probeNamed("WebShellUpload")),
      raspScene(source, later(scene, 12 * MINUTE), probeNamed("RemoteCommandExecute")),
      raspScene(source, later(scene, 14 * MINUTE), probeNamed("FilelessWebshell")),
    ],
  };
};

/** Half the internet is scanned, and so are we, over IPv4 and IPv6. */
const wideScan: Campaign = (source, start) => {
  const hosts = [
    "shop.example.com",
    "api.example.com",
    "admin.example.cn",
    "staging.shop.test",
    "ai.example.cn",
  ];
  const scene: Scene = {
    actor: actorNamed("internet scanner"),
    service: serviceAt("api.example.com"),
    start,
    duration: 8 * HOUR,
    attacks: source.int(1_000, 20_000),
  };
  return {
    threatEvents: [
      threatScene(
        source,
        scene,
        {
          tag: "MultipleDomainWebscan",
          level: "medium",
          suggest: "BlockArea",
          blocked: 0.99,
          types: ["scan", "lfi", "rce"],
          intelligence: ["Scanner"],
        },
        hosts,
      ),
      threatScene(
        source,
        later(scene, HOUR, { actor: actorNamed("directory scanner") }),
        {
          tag: "MultipleDomainDirscan",
          level: "low",
          suggest: "ProtectFile",
          blocked: 1,
          types: ["scan"],
          intelligence: [],
        },
        hosts,
      ),
    ],
    riskEvents: hosts.map((host, index) =>
      riskScene(
        source,
        later(scene, index * 20 * MINUTE, { service: serviceAt(host), attacks: source.int(20, 900) }),
        ruleNamed("Port scan"),
        true,
      ),
    ),
    raspEvents: [raspScene(source, later(scene, 2 * HOUR), probeNamed("PathTraversal"))],
  };
};

/** A colleague's laptop moves from server to server inside. */
const insider: Campaign = (source, start) => {
  const scene: Scene = {
    actor: actorNamed("careless insider"),
    service: serviceAt("admin.example.cn"),
    start,
    duration: 2 * HOUR,
    attacks: source.int(10, 200),
  };
  const service = serviceAt("crm.example.cn");
  const [list] = service.apis;
  if (!list) throw new Error("the CRM lost its interfaces");
  return {
    apisecEvents: [
      apisecScene(source, later(scene, HOUR, { service }), list, {
        tag: "Event_SensitiveBulkExport",
        scope: "account",
        leaks: true,
      }),
    ],
    riskEvents: [
      riskScene(source, scene, ruleNamed("RDP brute force"), false),
      riskScene(source, later(scene, 30 * MINUTE, { service }), ruleNamed("MySQL weak password"), false),
      riskScene(source, later(scene, 70 * MINUTE, { attacks: 5 }), ruleNamed("Worm propagation"), true),
    ],
  };
};

/** The campaigns and how often they come, per day. */
export const CAMPAIGNS: readonly (readonly [Campaign, number])[] = [
  [wideScan, 0.45],
  [credentialStuffing, 0.3],
  [dataTheft, 0.25],
  [log4shell, 0.2],
  [insider, 0.2],
  [webshell, 0.15],
];
