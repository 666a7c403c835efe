import { notFound } from "next/navigation";
import { ProblemError } from "./problem-error";

/** What a page reads, or the page's not-found screen when there is no such thing. */
export async function orNotFound<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ProblemError && error.code === "not-found") notFound();
    throw error;
  }
}
