import type { Source } from "../source";
import { describeRaspEvent } from "./describe";
import { RASP_PAGE_SIZE, readRaspPage } from "./read-page";

/** Huawei Cloud HSS application protection: ListRaspEvents. See docs/sources/hss-rasp.md. */
export function createHssRasp(): Source {
  return {
    id: "hss-rasp",
    product: "hss",
    lists: ["all"],
    identity: "content",
    pageSize: RASP_PAGE_SIZE,
    readPage: readRaspPage,
    describe: describeRaspEvent,
    readLive: async () => [],
    readHistory: null,
    statusWriter: null,
  };
}
