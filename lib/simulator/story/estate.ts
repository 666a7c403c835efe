import { random } from "@/lib/simulator/random";

export interface Api {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Code of DescribeApisecRules Type=api_tag. */
  readonly tag: string;
}

/** One service of the company, as each product sees it. */
export interface Service {
  readonly host: string;
  readonly apis: readonly Api[];
  readonly publicIp: string;
  readonly resourceType: string;
  /** Name and category of the application as Cloud Firewall recognises it. */
  readonly app: string;
  readonly appCategory: string;
  readonly privateIps: readonly string[];
  readonly serverName: string;
  readonly instanceId: string;
  readonly hostId: string;
  readonly vpcId: string;
  readonly vpcName: string;
  readonly region: string;
  readonly port: number;
  readonly enterpriseProjectId: string;
}

type Seed = readonly [
  host: string,
  publicIp: string,
  resourceType: string,
  app: string,
  category: string,
  privateIps: string,
  serverName: string,
  apis: readonly string[],
];

/** Per service: `METHOD path tag`. */
const SEEDS: readonly Seed[] = [
  [
    "shop.example.com",
    "192.0.2.10",
    "SlbPublicIp",
    "Nginx",
    "Web服务",
    "10.20.1.11",
    "shop-web-01",
    [
      "GET /api/v2/orders/{id} OrderQuery",
      "POST /api/v2/orders/export OrderExport",
      "GET /api/v2/search Search",
      "POST /api/v2/cart Payment",
    ],
  ],
  [
    "login.example.com",
    "192.0.2.11",
    "SlbPublicIp",
    "Tomcat",
    "Web服务",
    "10.20.1.21,192.168.9.21",
    "sso-app-01",
    [
      "POST /oauth2/token UserLogin",
      "POST /account/register UserRegister",
      "POST /account/sms-code SendSms",
      "POST /account/password/reset SendMail",
    ],
  ],
  [
    "pay.example.com",
    "192.0.2.12",
    "EIP",
    "SpringBoot",
    "Web框架",
    "10.20.2.31",
    "pay-gateway-01",
    ["POST /v1/payments Payment", "GET /v1/payments/{id} Payment", "GET /v1/statements OrderExport"],
  ],
  [
    "api.example.com",
    "2001:db8:a:1::20",
    "EIP",
    "SpringBoot",
    "Web框架",
    "10.20.2.41",
    "open-api-01",
    [
      "GET /v3/users/{id} UserInfo",
      "GET /v3/users UserInfo",
      "POST /v3/files FileUpload",
      "GET /v3/geo Search",
    ],
  ],
  [
    "admin.example.cn",
    "192.0.2.40",
    "EcsPublicIP",
    "WebLogic",
    "中间件",
    "10.30.1.5",
    "erp-weblogic-02",
    [
      "GET /console/login AdminConsole",
      "POST /console/j_security_check AdminConsole",
      "GET /wls-wsat/CoordinatorPortType AdminConsole",
    ],
  ],
  [
    "crm.example.cn",
    "192.0.2.41",
    "EcsEIP",
    "Struts2",
    "Web框架",
    "10.30.1.17",
    "crm-app-01",
    [
      "GET /crm/customer/list.action UserInfo",
      "POST /crm/customer/import.action FileUpload",
      "GET /crm/report.action OrderExport",
    ],
  ],
  [
    "files.example.com",
    "192.0.2.60",
    "NatEIP",
    "Confluence",
    "协作软件",
    "10.40.3.8",
    "files-share-01",
    [
      "POST /upload FileUpload",
      "GET /download FileUpload",
      "GET /pages/createpage-entervariables.action AdminConsole",
    ],
  ],
  [
    "mail.example.com",
    "192.0.2.61",
    "EcsPublicIP",
    "Exchange",
    "邮件",
    "10.40.3.25",
    "mail-gw-01",
    ["POST /owa/auth.owa UserLogin", "POST /api/send SendMail"],
  ],
  [
    "ai.example.cn",
    "192.0.2.80",
    "EIP",
    "Ollama",
    "AI组件",
    "10.50.0.12",
    "llm-gpu-01",
    ["POST /api/generate Search", "GET /api/tags Search"],
  ],
  [
    "staging.shop.test",
    "192.0.2.90",
    "NatPublicIP",
    "Jenkins",
    "研发工具",
    "10.60.9.3",
    "ci-jenkins-01",
    ["POST /script AdminConsole", "GET /job/deploy AdminConsole"],
  ],
];

function api(host: string, text: string): Api {
  const [method = "GET", path = "/", tag = ""] = text.split(" ");
  return { id: random("api", host, text).hex(32), method, path, tag };
}

export const SERVICES: readonly Service[] = SEEDS.map(
  ([host, publicIp, resourceType, app, appCategory, privateIps, serverName, apis]) => {
    const source = random("estate", host);
    return {
      host,
      publicIp,
      resourceType,
      app,
      appCategory,
      privateIps: privateIps.split(","),
      serverName,
      apis: apis.map((text) => api(host, text)),
      instanceId: `i-bp1${source.hex(17)}`,
      hostId: source.uuid(),
      vpcId: `vpc-bp1${source.hex(18)}`,
      vpcName: host.endsWith(".cn") ? "VPC-内部业务" : "VPC-prod-hangzhou",
      region: "cn-hangzhou",
      port: 8080,
      enterpriseProjectId: host.endsWith(".cn") ? "5f3c1d0e-7a52-4a1e-9a55-3b2f0c6d1e77" : "0",
    };
  },
);

/** @throws when the company runs no such host. */
export function serviceAt(host: string): Service {
  const service = SERVICES.find((candidate) => candidate.host === host);
  if (!service) throw new Error(`the story has no service "${host}"`);
  return service;
}
