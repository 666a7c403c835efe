import { redirect } from "next/navigation";

/** The queue is the start page until there is an overview. */
export default function StartPage() {
  redirect("/events");
}
