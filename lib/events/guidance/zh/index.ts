import type { GuidanceTexts } from "../guidance-texts";
import { apiSecurity } from "./api-security";
import { firewall } from "./firewall";
import { rasp } from "./rasp";
import { threat } from "./threat";
import { words } from "./words";

export const zh: GuidanceTexts = { words, threat, apiSecurity, firewall, rasp };
