import type { SubjectWords } from "../guidance-texts";

export const words: SubjectWords = {
  comma: ", ",
  theTarget: "the target",
  theHost: "the host",
  theRegion: "the attack's region",
  more: (shown, others) => `${shown} and ${others} more`,
  tally: ({ attackCount, blockedCount, outcome }) => {
    const attacks = attackCount === 1 ? "1 attack" : `${attackCount} attacks`;
    if (outcome === "blocked") return `${attacks}, all blocked`;
    if (outcome === "not-blocked") return `${attacks}, none blocked`;
    return outcome === "partly-blocked" && blockedCount !== null
      ? `${attacks}, ${blockedCount} blocked`
      : `${attacks}; whether they were blocked is not known`;
  },
  block: (addresses, where) => `Block ${addresses} ${where}.`,
  backToOrigin: (addresses) =>
    `Do not block ${addresses}: it forwards other people's traffic (back-to-origin). Find the client in X-Forwarded-For.`,
  masked: (addresses) =>
    `Do not put ${addresses} on a block list: it is masked. Look up the full address first.`,
  internal: (addresses) => `Do not block ${addresses}: it is an inside address. Find the host that uses it.`,
};
