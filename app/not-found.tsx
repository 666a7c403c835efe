import "@/components/layout/tokens.css";
import "@/components/layout/base.css";
import { NotFoundPanel } from "@/components/layout/not-found-panel";

export default function NotFound() {
  return <NotFoundPanel />;
}
