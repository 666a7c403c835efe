"use client";

import { useMutation } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import type { z } from "zod";
import { useSentence } from "@/components/language/sentences";
import { type FieldErrors, problemErrors, schemaErrors } from "./field-errors";
import { useFormFocus } from "./use-form-focus";

type CheckedFormOptions<Input, Result> = {
  form: RefObject<HTMLFormElement | null>;
  /** The contract of what is sent. */
  schema: z.ZodType<unknown, Input>;
  send: (input: Input) => Promise<Result>;
  onDone: (result: Result) => void;
};

/** A form that is checked here before it is sent, and says beside each field what the server does not like. */
export function useCheckedForm<Input, Result>(options: CheckedFormOptions<Input, Result>) {
  const { form, schema, send, onDone } = options;
  const [invalid, setInvalid] = useState<FieldErrors>({});
  const { mutate, error, isPending, isSuccess, reset } = useMutation({ mutationFn: send, onSuccess: onDone });
  const errors = { ...problemErrors(error), ...invalid };
  useFormFocus(form, { invalid, pending: isPending });
  const say = useSentence();
  return {
    pending: isPending,
    succeeded: isSuccess,
    /** Why the server refused, whether it names fields or not. */
    error,
    /** For Mantine's `error`: a text, or nothing. */
    errorOf: (field: string) => say(errors[field] ?? "") || false,
    /** Whether `input` may be sent; says what is wrong with it otherwise. */
    check(input: Input): boolean {
      reset();
      const found = schemaErrors(schema, input);
      setInvalid(found);
      return Object.keys(found).length === 0;
    },
    send: mutate,
    /** Takes back what was said of the last try. */
    forget: reset,
  };
}
