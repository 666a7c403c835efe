import { BrandMark } from "@/components/layout/brand-mark";
import classes from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form";

/** The sign-in page's content. */
export function SignInPanel(props: { callbackPath: string; error: string | null }) {
  return (
    <main className={classes.page}>
      <div className={classes.panel}>
        <div className={classes.brand}>
          <BrandMark size={32} />
          <h1 className={classes.title}>Sign in to Watchfloor</h1>
        </div>
        <SignInForm {...props} />
      </div>
    </main>
  );
}
