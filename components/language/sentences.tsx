"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Catalogue, sentenceTranslator } from "@/lib/format/sentence";

type Translator = (text: string) => string;

const asItCame: Translator = (text) => text;

const Sentences = createContext<Translator>(asItCame);

type SentencesProviderProps = {
  /** Null where the server's own language is spoken. */
  catalogue: Catalogue | null;
  children: ReactNode;
};

/** Gives the components below it the server's sentences in the reader's language. */
export function SentencesProvider({ catalogue, children }: SentencesProviderProps) {
  const translator = useMemo(() => (catalogue ? sentenceTranslator(catalogue) : asItCame), [catalogue]);
  return <Sentences value={translator}>{children}</Sentences>;
}

/** Says a sentence of the server in the reader's language; any other text stays as it came. */
export function useSentence(): Translator {
  return useContext(Sentences);
}
