/** The one server of models to which requests are forwarded. */
export interface Upstream {
  /** The address under which `chat/completions` is. */
  readonly base: string;
  /** The models that may be asked, the first by default. */
  readonly models: readonly string[];
  /** Sent to that server alone: it is in no page, no answer and no log. */
  readonly key: string | null;
}
