import { actorNamed } from "@/lib/simulator/story/actors";
import { apisecScene } from "@/lib/simulator/story/apisec-scene";
import { type Campaign, later } from "@/lib/simulator/story/campaign";
import { serviceAt } from "@/lib/simulator/story/estate";
import { probeNamed } from "@/lib/simulator/story/probe-catalog";
import { raspCopies, raspScene } from "@/lib/simulator/story/rasp-scene";
import { riskScene } from "@/lib/simulator/story/risk-scene";
import { ruleNamed } from "@/lib/simulator/story/rule-catalog";
import type { Scene } from "@/lib/simulator/story/scene";
import { threatScene } from "@/lib/simulator/story/threat-scene";

const MINUTE = 60;
const HOUR = 3_600;

/** Scan, Log4Shell at the edge, JNDI lookup in the host, then the host calls home and mines. */
export const log4shell: Campaign = (source, start) => {
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

/** A web shell is uploaded and used; the host then talks to its controller. */
export const webshell: Campaign = (source, start) => {
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

/** A colleague's laptop moves from server to server inside. */
export const insider: Campaign = (source, start) => {
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
