import type { Server } from "node:http";
import type { Logger } from "pino";
import type { TrustedProxies } from "@/lib/server/config/trusted-proxies";
import type { ExchangeScope } from "./exchange-scope";
import { onExchangeStart } from "./on-exchange-start";
import { refuseUnservable } from "./refuse-unservable";
import { settleForwarded } from "./settle-forwarded";

/**
 * Looks at every HTTP exchange of this process before Next does.
 * @param log is told once of a peer whose forwarded headers are ignored: it may be a proxy that nobody has named.
 * @param scope is entered, so that what answers the request can find the HTTP answer.
 */
export function guardExchanges(
  proxies: TrustedProxies,
  log: Pick<Logger, "warn">,
  scope: ExchangeScope,
): void {
  const guarded = new WeakSet<Server>();
  let told = false;
  onExchangeStart(({ request, response, server }) => {
    scope.enterWith(new WeakRef(response));
    if (settleForwarded(request, proxies) && !told) {
      told = true;
      const peer = request.socket.remoteAddress;
      log.warn(
        { peer },
        "Forwarded headers are ignored; if this is your proxy, name it in WATCHFLOOR_TRUSTED_PROXIES",
      );
    }
    if (guarded.has(server)) return;
    guarded.add(server);
    refuseUnservable(server);
  });
}
