import type { Language } from "@/lib/events/language";
import type { Messages as OwnMessages } from "./messages-of";

// Makes a wrong namespace or key a compile error.
declare module "next-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: OwnMessages;
  }
}
