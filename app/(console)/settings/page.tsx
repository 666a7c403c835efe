import { redirect } from "next/navigation";

/** Everybody has preferences; the other parts are a step away. */
export default function SettingsPage() {
  redirect("/settings/preferences");
}
