import "@/components/layout/page-styles";
import type { ReactNode } from "react";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return children;
}
