import { z } from "zod";
import { storableText } from "@/lib/format/storable-text";

/** What people write about events: it may hold what was copied out of an attack. */
export const noteText = (longest: number) => z.string().overwrite(storableText).trim().max(longest);
