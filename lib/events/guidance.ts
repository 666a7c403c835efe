import { en } from "./guidance/en";
import { apiSecurityCode, firewallCode, raspCode, threatChoice } from "./guidance/guidance-codes";
import type { Guidance } from "./guidance/guidance-schema";
import type { Advise, GuidanceTexts } from "./guidance/guidance-texts";
import { nameless, namelessSubject } from "./guidance/step-ids";
import { type GuidanceFacts, type GuidedEvent, type Subject, subjectOf } from "./guidance/subject";
import { zh } from "./guidance/zh";
import { DEFAULT_LANGUAGE, type Language } from "./language";
import type { SourceId } from "./source-id";

export type { Guidance };

const TEXTS: Readonly<Record<Language, GuidanceTexts>> = { en, zh };

type Advice = Pick<Guidance, "code"> & ReturnType<Advise>;
type Guide = (event: GuidedEvent, facts: GuidanceFacts, texts: GuidanceTexts, subject: Subject) => Advice;

const GUIDES: Readonly<Record<SourceId, Guide>> = {
  "waf-api-security": (event, _, { apiSecurity }, subject) => {
    const code = apiSecurityCode(event);
    return { code, ...apiSecurity[code](subject) };
  },
  "waf-threat": (event, facts, { threat }, subject) => {
    const { code, text } = threatChoice(event, facts);
    return { code, ...threat[text](subject) };
  },
  "cloud-firewall": (event, facts, { firewall }, subject) => {
    const code = firewallCode(event, facts);
    return { code, ...firewall[code](subject) };
  },
  "hss-rasp": (event, _, { rasp }, subject) => {
    const code = raspCode(event);
    return { code, ...rasp[code](subject) };
  },
};

/**
 * What to do about an event: short imperative steps that name its own attacker, target and rule, and warn
 * of what must not be blocked. The texts hold values of the attacker: show them as text only.
 */
export function guidanceFor(
  event: GuidedEvent,
  facts: GuidanceFacts,
  language: Language = DEFAULT_LANGUAGE,
): Guidance {
  const guide = GUIDES[event.source];
  const texts = TEXTS[language];
  const advice = guide(event, facts, texts, subjectOf(event, facts, texts.words));
  const anybody = namelessSubject(subjectOf(event, facts, nameless));
  return { ...advice, stepIds: guide(event, facts, en, anybody).steps };
}
