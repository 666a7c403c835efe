/** One mistake in the configuration: where it stands, what is wrong and how to mend it. */
export type ConfigProblem = { readonly place: string; readonly message: string };

/** The configuration cannot be used. Lists every mistake found; never holds the value of a secret. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  /** @param origin the file, or "environment". */
  constructor(
    readonly origin: string,
    readonly problems: readonly ConfigProblem[],
  ) {
    super(
      [`Configuration mistakes in ${origin}:`, ...problems.map((it) => `  ${it.place}: ${it.message}`)].join(
        "\n",
      ),
    );
  }
}
