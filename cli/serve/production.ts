/**
 * How programs resolve their packages: of those with a build for development, such as Lit's, which warns in every log that it is one,
 * the other is taken, whatever NODE_ENV says.
 */
export const productionResolve = { conditions: ["module", "browser", "production"] };

/**
 * What every build of ours is told besides: nothing of a folder around its root takes part. Vite would look for its own configuration, for
 * `.env`, and for PostCSS's configuration, which is a program, in the root and in the folders above it.
 */
export const ownSettings = { configFile: false, envDir: false, css: { postcss: {} } } as const;
