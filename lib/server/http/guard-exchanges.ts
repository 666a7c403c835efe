import type { Server } from "node:http";
import type { TrustedProxies } from "@/lib/server/config/trusted-proxies";
import { onExchangeStart } from "./on-exchange-start";
import { refuseOtherMethods } from "./refuse-other-methods";
import { settleForwarded } from "./settle-forwarded";

/** Looks at every HTTP exchange of this process before Next does. */
export function guardExchanges(proxies: TrustedProxies): void {
  const guarded = new WeakSet<Server>();
  onExchangeStart(({ request, server }) => {
    settleForwarded(request, proxies);
    if (guarded.has(server)) return;
    guarded.add(server);
    refuseOtherMethods(server);
  });
}
