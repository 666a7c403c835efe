import { z } from "zod";
import { OUTCOMES } from "./outcome";
import { SEVERITIES } from "./severity";
import { PRODUCTS, SOURCE_IDS } from "./source-id";
import { STATUS_ORIGINS, STATUSES, WRITE_STATES } from "./status";
import { VERDICTS } from "./verdict";

// The sets themselves are declared without their schemas: screens need the words, but no parser.
export const severitySchema = z.enum(SEVERITIES);
export const statusSchema = z.enum(STATUSES);
export const statusOriginSchema = z.enum(STATUS_ORIGINS);
export const writeStateSchema = z.enum(WRITE_STATES).nullable();
export const outcomeSchema = z.enum(OUTCOMES);
export const sourceIdSchema = z.enum(SOURCE_IDS);
export const productSchema = z.enum(PRODUCTS);
export const verdictSchema = z.enum(VERDICTS);
