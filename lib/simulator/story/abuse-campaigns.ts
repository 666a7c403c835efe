import { actorNamed } from "@/lib/simulator/story/actors";
import { apisecScene } from "@/lib/simulator/story/apisec-scene";
import { type Campaign, later } from "@/lib/simulator/story/campaign";
import { serviceAt } from "@/lib/simulator/story/estate";
import { probeNamed } from "@/lib/simulator/story/probe-catalog";
import { raspScene } from "@/lib/simulator/story/rasp-scene";
import { riskScene } from "@/lib/simulator/story/risk-scene";
import { ruleNamed } from "@/lib/simulator/story/rule-catalog";
import type { Scene } from "@/lib/simulator/story/scene";
import { threatScene } from "@/lib/simulator/story/threat-scene";

const MINUTE = 60;
const HOUR = 3_600;

/** Stolen passwords tried against the login: many addresses, many accounts, SMS codes drained. */
export const credentialStuffing: Campaign = (source, start) => {
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
export const dataTheft: Campaign = (source, start) => {
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

/** Half the internet is scanned, and so are we, over IPv4 and IPv6. */
export const wideScan: Campaign = (source, start) => {
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
