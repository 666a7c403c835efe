import type { GuidanceTexts } from "../guidance-texts";
import type { Subject } from "../subject";

/** Accounts are not blocked like addresses: their owners may be victims. */
function endSteps({ accounts, block, target }: Subject): string[] {
  const sessions = `终止账号 ${accounts} 的会话，并请账号所有者确认这些操作是否为本人所为。`;
  return [...(accounts === null ? [] : [sessions]), ...block(`在 ${target} 上`)];
}

export const apiSecurity: GuidanceTexts["apiSecurity"] = {
  "stop-data-leak": (subject) => ({
    title: "阻止数据继续泄露",
    why: `${subject.target} 向无权访问的调用者返回了敏感数据（${subject.tally}）。`,
    steps: [
      `在未登录的状态下调用 ${subject.target}，查看返回的内容。`,
      "强制身份认证，并校验调用者是否为该数据的所有者。",
      "根据响应样例确认泄露了哪些数据，以及需要通知哪些人。",
      ...endSteps(subject),
    ],
  }),
  "stop-credential-stuffing": (subject) => ({
    title: "阻止撞库登录",
    why: `有人在 ${subject.target} 上尝试使用泄露的密码登录（${subject.tally}）。`,
    steps: [
      "列出从这些来源成功登录的账号。",
      "重置这些账号的密码并终止其会话。",
      `在 ${subject.target} 上限制单个客户端的尝试次数，并启用二次验证。`,
      ...endSteps(subject),
    ],
  }),
  "stop-enumeration": (subject) => ({
    title: "阻止遍历数据",
    why: `有人正在遍历 ${subject.target} 的参数（${subject.tally}）。`,
    steps: [
      "在请求样例中找出每次调用都在变化的参数。",
      "确认每条数据只返回给其所有者。",
      `在 ${subject.target} 上限制单个客户端的调用频率，并改用无法猜测的标识。`,
      ...endSteps(subject),
    ],
  }),
  "replace-weak-passwords": (subject) => ({
    title: "更换弱密码",
    why: `内部登录接口 ${subject.target} 上有人使用弱密码登录（${subject.tally}）。`,
    steps: [
      "找出使用该弱密码登录的账号并重置密码。",
      `为 ${subject.target} 设置密码策略并启用二次验证。`,
      `如果 ${subject.target} 仅供员工使用，请不要将其暴露在互联网上。`,
      ...endSteps(subject),
    ],
  }),
  "stop-message-abuse": (subject) => ({
    title: "阻止短信接口滥用",
    why: `${subject.target} 被恶意用于发送短信（${subject.tally}）。`,
    steps: [
      `在 ${subject.target} 上按手机号、客户端和日期限制短信发送数量。`,
      "发送短信前要求完成验证码校验。",
      "检查短信服务的账单，并设置用量上限。",
      ...endSteps(subject),
    ],
  }),
  "judge-api-abuse": (subject) => ({
    title: "先研判调用行为，再进行阻断",
    why: `${subject.target} 上发生了 ${subject.title}（${subject.tally}）。`,
    steps: [
      `结合请求样例和响应样例，判断这些调用是否符合 ${subject.target} 的设计用途。`,
      "如果是正常业务，请忽略该事件并注明原因。",
      `如果不是，请修复 ${subject.target} 的缺陷：身份认证、数据归属校验、频率限制。`,
      ...endSteps(subject),
    ],
  }),
};
