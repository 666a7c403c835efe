import type { Advise, GuidanceTexts } from "../guidance-texts";

const callsOut =
  (title: string, contain: boolean): Advise =>
  (subject) => ({
    title,
    why: `${subject.host} 访问了可疑的外部地址：${subject.title}（${subject.tally}）。`,
    steps: [
      ...(contain ? [`将 ${subject.inner} 从网络隔离，但保持开机以便取证。`] : []),
      `在 ${subject.inner} 上找出发起该连接的进程，并查明其来源。`,
      ...subject.block("在出方向访问控制策略中，按目的地址"),
      `更换保存在 ${subject.inner} 上的凭证。`,
    ],
  });

export const firewall: GuidanceTexts["firewall"] = {
  "check-calling-host": callsOut("检查对外连接的主机", false),
  "contain-host": callsOut("隔离对外连接的主机", true),
  "confirm-block": (subject) => ({
    title: "确认没有攻击漏过",
    why: `防火墙已拦截针对 ${subject.target} 的 ${subject.title}（${subject.tally}）。`,
    steps: [
      `确认 ${subject.host} 是否确有必要暴露在互联网上。`,
      "查找同一来源中未命中任何规则的连接。",
      ...subject.block("如再次出现，在访问控制策略中"),
    ],
  }),
  "stop-attack": (subject) => ({
    title: "在防火墙上阻断攻击",
    why: `防火墙检测到针对 ${subject.target} 的 ${subject.title}，且无法确定已拦截（${subject.tally}）。`,
    steps: [
      `在 ${subject.host} 上检查攻击是否得手：新增的进程、文件、账号。`,
      subject.rule === null
        ? "将命中规则的入侵防御动作由观察改为拦截。"
        : `确认规则 ${subject.rule} 的命中记录中没有正常流量后，将其由观察改为拦截。`,
      ...subject.block("在访问控制策略中"),
      `如外部无需访问，请关闭 ${subject.host} 上的该端口。`,
    ],
  }),
};
