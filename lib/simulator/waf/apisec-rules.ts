import type { RpcParameters } from "@/lib/simulator/alibaba/rpc-parameters";
import { pageOf } from "@/lib/simulator/paging";
import { requireInstance } from "@/lib/simulator/waf/waf-instance";
import type { WafState } from "@/lib/simulator/waf/waf-state";

export interface ApisecRule {
  readonly type: string;
  readonly code: string;
  readonly level: string;
  readonly zh: string;
  readonly en: string;
}

function rules(type: string, rows: readonly (readonly [string, string, string, string])[]): ApisecRule[] {
  return rows.map(([code, level, zh, en]) => ({ type, code, level, zh, en }));
}

export const EVENT_RULES = rules("event", [
  [
    "ObtainSensitiveUnauthorized",
    "high",
    "未授权获取敏感数据",
    "Sensitive data obtained without authorization",
  ],
  ["Event_LoginCollision", "high", "撞库攻击", "Credential stuffing"],
  ["Event_LoginBruteForce", "medium", "账号密码暴力破解", "Password brute force"],
  ["Event_DataTraverse", "medium", "接口参数遍历", "Enumeration of interface parameters"],
  [
    "Event_InternalLoginWeakPasswd",
    "medium",
    "内部应用弱口令登录",
    "Login to an internal application with a weak password",
  ],
  ["Event_SensitiveBulkExport", "high", "批量导出敏感数据", "Bulk export of sensitive data"],
  ["Event_AbnormalIPAccess", "low", "异常IP访问", "Access from an unusual IP address"],
  ["Event_AbnormalTimeAccess", "low", "异常时间访问", "Access at an unusual time"],
  ["Event_AbnormalFrequency", "low", "异常高频访问", "Unusually frequent access"],
  ["SMSInterfaceAbuse", "medium", "短信接口滥用", "Abuse of the SMS interface"],
  ["Event_RegisterBatch", "low", "批量注册", "Bulk registration"],
  ["Event_TokenReplay", "high", "凭证重放", "Replay of credentials"],
  ["Event_UnauthorizedObject", "high", "水平越权访问", "Access to objects of other users"],
  ["Event_CrawlerData", "low", "爬虫数据抓取", "Data scraping"],
]);

export const API_TAG_RULES = rules("api_tag", [
  ["SendMail", "", "发送邮件", "Send mail"],
  ["SendSms", "", "发送短信", "Send SMS"],
  ["UserLogin", "", "用户登录", "User login"],
  ["UserRegister", "", "用户注册", "User registration"],
  ["OrderQuery", "", "订单查询", "Order query"],
  ["OrderExport", "", "订单导出", "Order export"],
  ["Payment", "", "支付", "Payment"],
  ["FileUpload", "", "文件上传", "File upload"],
  ["UserInfo", "", "用户信息", "User information"],
  ["AdminConsole", "", "后台管理", "Administration"],
  ["Search", "", "搜索", "Search"],
]);

const OTHER_RULES = [
  ...rules("risk", [
    ["Risk_SensitiveTooMany", "medium", "返回敏感数据过多", "Too much sensitive data in an answer"],
  ]),
  ...rules("sensitive_word", [
    ["1000", "S3", "身份证号", "Identity card number"],
    ["1001", "S2", "手机号", "Mobile number"],
    ["1002", "S3", "银行卡号", "Bank card number"],
    ["1003", "S1", "电子邮箱", "Email address"],
  ]),
  ...rules("auth_flag", [["Authorization", "", "授权头", "Authorization header"]]),
  ...rules("desensitization", [["MaskPhone", "", "手机号脱敏", "Mobile number masking"]]),
  ...rules("whitelist", []),
  ...rules("recognition", [["GraphQL", "", "GraphQL接口", "GraphQL interface"]]),
  ...rules("offline_api", [["Offline30d", "", "三十天无访问", "No access for thirty days"]]),
];

const ALL_RULES = [...EVENT_RULES, ...API_TAG_RULES, ...OTHER_RULES];
const RULE_TYPES = [
  "risk",
  "event",
  "sensitive_word",
  "auth_flag",
  "api_tag",
  "desensitization",
  "whitelist",
  "recognition",
  "offline_api",
] as const;
const MAX_PAGE_NUMBER = 1_000_000;
/** 2025-07-29 00:00 UTC, seconds. */
const RULES_UPDATED = 1753747200;

/** DescribeApisecRules: the names behind EventTag and ApiTag. The keys of `Rule` are a guess, see the reference. */
export function describeApisecRules(state: WafState, params: RpcParameters): object {
  requireInstance(state, params);
  params.required("Type");
  const type = params.oneOf("Type", RULE_TYPES);
  const level = params.oneOf("Level", ["high", "medium", "low", "S1", "S2", "S3", "S4"]);
  const name = params.optional("Name");
  const origin = params.oneOf("Origin", ["custom", "default"]) ?? "default";
  const status = params.integer("Status", 0, 1) ?? 1;
  const lang = params.oneOf("Lang", ["zh", "en"]) ?? "zh";
  const number = params.integer("PageNumber", 1, MAX_PAGE_NUMBER) ?? 1;
  const size = params.integer("PageSize", 1, state.limits.maxPageSize) ?? 10;
  const found = ALL_RULES.map((rule, index) => ({ ...rule, id: 1001 + index })).filter(
    (rule) =>
      rule.type === type &&
      origin === "default" &&
      status === 1 &&
      (level === undefined || rule.level === level) &&
      (name === undefined || rule[lang].includes(name)),
  );
  const { page, total } = pageOf(state.faults, "DescribeApisecRules", found, (number - 1) * size, size);
  return {
    TotalCount: total,
    Data: page.map((rule) => ({
      Id: rule.id,
      Type: rule.type,
      Status: 1,
      UpdateTime: RULES_UPDATED,
      Rule: JSON.stringify({
        ext: "",
        code: rule.code,
        level: rule.level,
        origin: "default",
        name: rule[lang],
      }),
    })),
  };
}
