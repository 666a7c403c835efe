import type { RefObject } from "react";
import type { EventFilter } from "@/lib/events/query";
import type { ChangeFilter } from "./use-query-draft";

export type QueryBarProps = {
  filter: EventFilter;
  onChange: ChangeFilter;
  inputRef: RefObject<HTMLInputElement | null>;
};
