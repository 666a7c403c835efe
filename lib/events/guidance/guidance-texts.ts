import type { ApiSecurityCode, FirewallCode, RaspCode, ThreatSuggestion } from "./guidance-codes";
import type { Guidance } from "./guidance-schema";
import type { GuidedEvent, Subject } from "./subject";

/** The phrases out of which a subject is named in one language. */
export type SubjectWords = {
  readonly comma: string;
  readonly theTarget: string;
  readonly theHost: string;
  readonly theRegion: string;
  /** "a, b, c and 4 more". */
  readonly more: (shown: string, others: number) => string;
  readonly tally: (event: GuidedEvent) => string;
  readonly block: (addresses: string, where: string) => string;
  readonly backToOrigin: (addresses: string) => string;
  readonly masked: (addresses: string) => string;
  readonly internal: (addresses: string) => string;
};

/** Guidance about a subject; its code is known already. */
export type Advise = (subject: Subject) => Omit<Guidance, "code" | "stepIds">;

/** Everything that guidance can say, in one language. A code without a text does not compile. */
export type GuidanceTexts = {
  readonly words: SubjectWords;
  /** `other`: the detail is not there, or its suggestion is none of the eight. */
  readonly threat: Readonly<Record<ThreatSuggestion | "other", Advise>>;
  readonly apiSecurity: Readonly<Record<ApiSecurityCode, Advise>>;
  readonly firewall: Readonly<Record<FirewallCode, Advise>>;
  readonly rasp: Readonly<Record<RaspCode, Advise>>;
};
