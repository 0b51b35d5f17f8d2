/**
 * How programs resolve their packages: of those with a build for development, such as Lit's, which warns in every log that it is one,
 * the other is taken, whatever NODE_ENV says.
 */
export const productionResolve = { conditions: ["module", "browser", "production"] };
