import { customType } from "drizzle-orm/pg-core";
import type { Codes } from "../codes";

/**
 * Text that is only ever compared byte by byte (ids, keys): the same order on every server whatever its
 * locale, and the fastest one.
 */
export const plainText = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
});

/** A column of a closed set, stored as a number. */
export const coded = <Value extends string>(codes: Codes<Value>) =>
  customType<{ data: Value; driverData: number }>({
    dataType: () => "smallint",
    toDriver: (value) => codes.encode(value),
    fromDriver: (code) => codes.decode(Number(code)),
  });

/** The number of a transaction: grows for ever, and tells what a snapshot has seen. Decimal text. */
export const transactionId = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" });
