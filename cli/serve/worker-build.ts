import type { Plugin, Rolldown, UserConfig } from "vite";
import { highs } from "./highs.ts";
import { sqlJs } from "./sql-js.ts";
import { numericKernels } from "./wasm.ts";

/** The common modules of all domains of the library: one file, where splitting further would make a dozen. */
const SHARED = { name: "shared", test: /[\\/]lib[\\/](tool|message)[\\/]|[\\/]node_modules[\\/]zod[\\/]/ };

/** Sparse systems, least squares and derivatives: what life cycles, plants and carried tables need, and no other domain. */
const SYSTEMS = {
  name: "systems",
  test: /[\\/]lib[\\/]numeric[\\/](sparse|automatic|ode|qr|strong-components)/,
  minShareCount: 2,
};

/** Equations of the guidelines that companies and plants use beside inventories. */
const EQUATIONS = { name: "equations", test: /[\\/]lib[\\/]inventory[\\/]/, minShareCount: 3 };

/** The reader of people's files, which accounts and bills of materials use: other domains need none of it. */
const READING = {
  name: "reading",
  test: /[\\/]lib[\\/]account[\\/]/,
  minShareCount: 3,
};

/**
 * What at least two domains import, and not all: one file as well, because a page waits for each file on its own. Every domain is
 * also imported by the list of all tools, so that the modules of two have three importers. Life cycles and the border stay
 * by themselves.
 */
const COMMON = {
  name: "common",
  minShareCount: 3,
  test: /^(?!.*[\\/]lib[\\/](lifecycle|inventory|border|account|numeric[\\/](sparse|automatic|ode|qr|strong-components)))/,
};

/** The domain of life cycles with its resource, which the formats of inventories use as well: other domains need none of it. */
const PRODUCTS = { name: "domain-lifecycle", test: /[\\/]lib[\\/]lifecycle[\\/]/, minShareCount: 2 };

/** The border, whose files for importers and whose fleets are parts of their own: of these only making needs life cycles. */
const BORDER = {
  name: "domain-border",
  test: /[\\/]lib[\\/]border[\\/](?!avoided[\\/]making|tools[\\/](fleets|solar|wind))/,
  minShareCount: 2,
};

/** The entry module of a domain. */
const DOMAIN = /[\\/]lib[\\/](\w+)[\\/]tools\.ts$/;

/** The build of workers: the code of each domain of the library is a file that is fetched when it is needed. */
export function workerBuild(root: string): UserConfig["worker"] {
  return {
    format: "es",
    plugins: () => [numericKernels(root), highs(), sqlJs()],
    rollupOptions: {
      output: {
        codeSplitting: { groups: [SHARED, SYSTEMS, EQUATIONS, READING, COMMON, PRODUCTS, BORDER] },
        chunkFileNames: ({ facadeModuleId }) => {
          const domain = DOMAIN.exec(facadeModuleId ?? "")?.[1];
          return domain ? `assets/domain-${domain}-[hash].js` : "assets/[name]-[hash].js";
        },
      },
    },
  };
}

/** The same for a program that is a text: it can import no other file, and contains all domains. */
export function textWorkerBuild(root: string): { plugins: Plugin[]; output: Rolldown.OutputOptions } {
  return {
    plugins: [numericKernels(root), highs(false), sqlJs()],
    // Nobody bundles a text again: notes for a bundler on calls without effects are left out, of which there are hundreds.
    output: { format: "iife", codeSplitting: false, comments: { legal: true, annotation: false, jsdoc: false } },
  };
}
