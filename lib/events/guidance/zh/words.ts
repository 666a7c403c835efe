import type { SubjectWords } from "../guidance-texts";

export const words: SubjectWords = {
  comma: "、",
  theTarget: "攻击目标",
  theHost: "该主机",
  theRegion: "攻击来源地区",
  more: (shown, others) => `${shown} 以及另外 ${others} 个`,
  tally: ({ attackCount, blockedCount, outcome }) => {
    const attacks = `共 ${attackCount} 次攻击`;
    if (outcome === "blocked") return `${attacks}，已全部拦截`;
    if (outcome === "not-blocked") return `${attacks}，均未拦截`;
    return outcome === "partly-blocked" && blockedCount !== null
      ? `${attacks}，已拦截 ${blockedCount} 次`
      : `${attacks}，是否拦截未知`;
  },
  block: (addresses, where) => `${where}封禁 ${addresses}。`,
  backToOrigin: (addresses) =>
    `请勿封禁 ${addresses}：这是回源地址，正常访客的流量也经由它转发。请从 X-Forwarded-For 中查找真实客户端。`,
  masked: (addresses) => `请勿将 ${addresses} 加入黑名单：该地址已脱敏，请先查明完整地址。`,
  internal: (addresses) => `请勿封禁 ${addresses}：这是内网地址，请查找使用该地址的主机。`,
};
