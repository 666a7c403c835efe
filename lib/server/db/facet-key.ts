import { outcomeCodes, severityCodes, sourceCodes, statusCodes } from "./codes";
import type { KeyedField } from "./queries/combination-conditions";

const SHAPE = /^(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(.*)$/s;

/**
 * The fields behind a facet key (see `selectKeys`). `assignee` is empty where there is none.
 * @throws RangeError for a text that is no facet key.
 */
export function parseFacetKey(key: string): Record<KeyedField, string> {
  const [, severity, status, source, outcome, assigneeLength, connectionLength, text = ""] =
    SHAPE.exec(key) ?? [];
  // PostgreSQL counts characters, JavaScript UTF-16 units.
  const characters = [...text];
  const typeStart = Number(assigneeLength) + Number(connectionLength);
  return {
    severity: severityCodes.decode(Number(severity)),
    status: statusCodes.decode(Number(status)),
    source: sourceCodes.decode(Number(source)),
    outcome: outcomeCodes.decode(Number(outcome)),
    assignee: characters.slice(0, Number(assigneeLength)).join(""),
    connection: characters.slice(Number(assigneeLength), typeStart).join(""),
    type: characters.slice(typeStart).join(""),
  };
}
