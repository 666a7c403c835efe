import { credentialStuffing, dataTheft, wideScan } from "@/lib/simulator/story/abuse-campaigns";
import type { Campaign } from "@/lib/simulator/story/campaign";
import { insider, log4shell, webshell } from "@/lib/simulator/story/intrusion-campaigns";

/** The campaigns and how often they come, per day. */
export const CAMPAIGNS: readonly (readonly [Campaign, number])[] = [
  [wideScan, 0.45],
  [credentialStuffing, 0.3],
  [dataTheft, 0.25],
  [log4shell, 0.2],
  [insider, 0.2],
  [webshell, 0.15],
];
