"use client";

import { Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useId, useRef } from "react";
import type { z } from "zod";
import { SendFailure } from "./send-failure";
import classes from "./settings.module.css";
import { useCheckedForm } from "./use-checked-form";
import { useFormDraft } from "./use-form-draft";

type CreateFormProps<Input, Result> = {
  /** Names the form among all of the console. */
  name: string;
  title: string;
  action: string;
  /** The contract of what is sent. */
  schema: z.ZodType<unknown, Input>;
  /** What is sent, out of the fields by their names. */
  read: (given: FormData) => Input;
  send: (input: Input) => Promise<Result>;
  onDone: (result: Result) => void;
  /** The fields, each with what is wrong with it. */
  children: (errorOf: (field: string) => string | false) => ReactNode;
};

/** Makes something new: checked before it is sent, emptied after it was made. */
export function CreateForm<Input, Result>(props: CreateFormProps<Input, Result>) {
  const { name, title, action, schema, read, send, onDone, children } = props;
  const heading = useId();
  const fields = useRef<HTMLFormElement>(null);
  const sent = useRef("");
  useFormDraft(fields, name);
  const form = useCheckedForm({
    form: fields,
    schema,
    send,
    onDone(result: Result) {
      // What was typed since is of the next one.
      if (fields.current && contentOf(fields.current) === sent.current) fields.current.reset();
      onDone(result);
    },
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = read(new FormData(event.currentTarget));
    sent.current = contentOf(event.currentTarget);
    if (form.check(input)) form.send(input);
  }
  return (
    <form
      ref={fields}
      method="post"
      noValidate
      onSubmit={submit}
      className={classes.card}
      aria-labelledby={heading}
    >
      <h2 id={heading}>{title}</h2>
      <SendFailure error={form.error} />
      <div className={classes.fields}>{children(form.errorOf)}</div>
      <Button type="submit" loading={form.pending}>
        {action}
      </Button>
    </form>
  );
}

const contentOf = (form: HTMLFormElement) => JSON.stringify([...new FormData(form)]);
