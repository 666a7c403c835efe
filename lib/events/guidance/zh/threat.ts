import type { GuidanceTexts } from "../guidance-texts";

const CHECK_LATER = "一天后再次查看攻击日志，如影响到正常用户，请撤销该变更。";

export const threat: GuidanceTexts["threat"] = {
  ProtectInterface: ({ target, tally, cautions }) => ({
    title: "保护管理接口",
    why: `针对 ${target} 的攻击指向一个疑似管理接口（${tally}），而只有少数人需要访问它。`,
    steps: [
      `确认 ${target} 是否用于管理。`,
      "梳理员工从哪些网络、通过哪些路径访问它。",
      `添加自定义访问控制规则，只允许上述来源访问 ${target}。`,
      ...cautions,
      CHECK_LATER,
    ],
  }),
  BlockArea: ({ origin, host, tally, block }) => ({
    title: "封禁没有业务的地区",
    why: `攻击来自 ${origin}（${tally}）。`,
    steps: [
      `将 ${origin} 与 ${host} 用户所在的地区进行比对。`,
      `如果没有正常用户来自该地区，请在 ${host} 上按地区封禁 ${origin}。`,
      ...block("如该地区必须放行，请按地址"),
      CHECK_LATER,
    ],
  }),
  SwitchBlock: ({ target, host, tally }) => ({
    title: "将规则由告警改为拦截",
    why: `${target} 上命中的规则仅告警（${tally}）。`,
    steps: [
      `在 ${host} 的攻击日志中找到该规则。`,
      "抽查其他客户端的命中记录，确认是否存在误报。",
      "将正常请求加入白名单。",
      "将该规则切换为拦截。",
      CHECK_LATER,
    ],
  }),
  FixBug: ({ target, host, tally, weaknesses, cautions }) => ({
    title: "修复正在被利用的漏洞",
    why: `针对 ${target} 的攻击可能命中真实存在的漏洞（${tally}）。`,
    steps: [
      weaknesses === null
        ? `确认 ${target} 使用的软件及其版本存在哪些已知漏洞。`
        : `检查 ${target} 是否存在 ${weaknesses}。`,
      "在应用自身的日志中查找攻击不应得到的响应。",
      "安装补丁；在补丁发布前关闭存在漏洞的功能。",
      `在此之前，由 WAF 拦截 ${host} 上针对该漏洞的请求。`,
      ...cautions,
    ],
  }),
  SwitchStrict: ({ host, tally }) => ({
    title: "启用更严格的规则",
    why: `现有规则未能阻止针对 ${host} 的此类攻击（${tally}）。`,
    steps: [
      `检查 ${host} 的正常流量中有哪些请求会被更严格的规则误拦。`,
      "先将这些请求加入白名单。",
      `将 ${host} 的规则组和扫描防护调整为更严格的级别。`,
      CHECK_LATER,
    ],
  }),
  ProtectFile: ({ host, tally, block }) => ({
    title: "清理不应被扫描到的内容",
    why: `攻击者正在 ${host} 上探测文件和路径（${tally}）。`,
    steps: [
      `在 ${host} 上查找 Web 服务器可访问到的备份、压缩包、配置、日志和版本控制目录。`,
      "将它们移出 Web 根目录，或禁止访问。",
      "在访问日志中确认是否有文件已被下载；如有，请更换其中的密钥。",
      ...block("扫描持续期间"),
    ],
  }),
  BlockIP: ({ host, tally, block }) => ({
    title: "封禁攻击地址",
    why: `攻击来源有不良记录（${tally}）。`,
    steps: [
      `确认 ${host} 的客户、合作伙伴或监控系统未使用该地址。`,
      ...block("通过 IP 黑名单"),
      "持续关注：同一攻击者可能更换地址再次攻击。",
    ],
  }),
  KeepConcerned: ({ host, tally }) => ({
    title: "持续关注",
    why: `未发现明确的威胁（${tally}）。`,
    steps: ["保持现有规则不变。", `如攻击次数上升或出现新的攻击目标，请再次检查 ${host}。`],
  }),
  other: ({ target, host, tally, blocked, block }) => ({
    title: blocked ? "确认没有攻击漏过" : "先研判攻击，再进行阻断",
    why: `云端未给出此事件的已知处置建议（${tally}）。`,
    steps: [
      `查看 ${host} 攻击日志中与此事件相关的记录。`,
      blocked ? "查找同一攻击者未命中任何规则的请求。" : `检查 ${target} 是否成功响应了其中的任何请求。`,
      ...block("如攻击持续，请在 WAF 中"),
    ],
  }),
};
