import { useId } from "react";
import classes from "./segmented-choice.module.css";

type SegmentedChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly { readonly value: Value; readonly label: string }[];
};

/** One of a few values, all in sight. Plain radio buttons: it is there with the first rows. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { label, value, onChange, choices } = props;
  const name = useId();
  return (
    <div role="radiogroup" className={classes.choice} aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className={classes.segment}>
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
