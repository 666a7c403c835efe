import type { Ref } from "react";
import type { QueryTextProblem } from "@/lib/events/query-text/query-text-problem";
import classes from "./query-bar.module.css";

type QueryMarksProps = {
  text: string;
  problems: readonly QueryTextProblem[];
  ref: Ref<HTMLDivElement>;
};

/** Lies under the field with the same letters in the same places, and underlines those that are wrong. */
export function QueryMarks({ text, problems, ref }: QueryMarksProps) {
  return (
    <div ref={ref} className={classes.marks} aria-hidden="true">
      {markedPieces(text, problems).map(({ start, piece, wrong }) => (
        <span key={start} data-wrong={wrong || undefined}>
          {piece}
        </span>
      ))}
    </div>
  );
}

/** The text in pieces that are wrong or not; a mistake without length marks one blank. */
export function markedPieces(
  text: string,
  problems: readonly Pick<QueryTextProblem, "start" | "end">[],
): { start: number; piece: string; wrong: boolean }[] {
  const pieces: { start: number; piece: string; wrong: boolean }[] = [];
  let at = 0;
  for (const problem of problems) {
    const start = Math.max(problem.start, at);
    const end = Math.max(problem.end, start + 1);
    if (start > at) pieces.push({ start: at, piece: text.slice(at, start), wrong: false });
    pieces.push({ start, piece: text.slice(start, end) || " ", wrong: true });
    at = end;
  }
  if (at < text.length) pieces.push({ start: at, piece: text.slice(at), wrong: false });
  return pieces;
}
