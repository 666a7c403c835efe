import type { GuidanceTexts } from "../guidance-texts";
import type { Subject } from "../subject";

/** What to mend inside the application. */
function mend({ target, rule, weak }: Subject): string {
  const place = `${target} 对应代码中位于调用栈顶部的位置`;
  if (weak) return `修复${place}：探针已将此次攻击定位到该处的漏洞。`;
  return rule === null ? `检查${place}。` : `检查${place}是否存在规则 ${rule} 所描述的问题。`;
}

export const rasp: GuidanceTexts["rasp"] = {
  "respond-to-compromise": (subject) => ({
    title: "按主机已失陷处理",
    why: `${subject.title} 已到达 ${subject.host} 上的应用且未被拦截。`,
    steps: [
      `将 ${subject.host} 从网络隔离，但保持开机以便取证。`,
      "保存调用栈、请求内容和进程列表作为证据。",
      `在 ${subject.host} 上排查新增的文件、进程、账号和计划任务。`,
      mend(subject),
      `更换 ${subject.host} 上该应用可读取的全部凭证。`,
      ...subject.block("在应用前端"),
    ],
  }),
  "mend-blocked-attack": (subject) => ({
    title: "修复探针拦截的漏洞",
    why: `探针在 ${subject.host} 的应用内部拦截了 ${subject.title}：此前的各层防护均已放行该请求。`,
    steps: [
      mend(subject),
      `通过 WAF 规则提前拦截发往 ${subject.target} 的同类请求。`,
      ...subject.block("在应用前端"),
    ],
  }),
  "check-application": (subject) => ({
    title: "确认攻击是否得手",
    why: `探针在 ${subject.host} 上检测到 ${subject.title}，但未说明是否已拦截。`,
    steps: [
      "查看请求和调用栈：这是攻击，还是少见但正常的输入？",
      `检查 ${subject.host} 的应用日志，了解该请求之后发生了什么。`,
      mend(subject),
      "如果探针规则只告警不拦截，请将其改为拦截。",
      ...subject.block("在应用前端"),
    ],
  }),
};
