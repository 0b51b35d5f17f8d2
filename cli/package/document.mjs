#!/usr/bin/env node
// `npm run docs [-- FOLDER]`: generates the documentation of the library from its sources, in build/documentation by default.
import { register } from "node:module";
import { join, resolve } from "node:path";
import { root } from "../setup.mjs";

// TypeDoc needs the JavaScript API of TypeScript, which version 7 does not have yet: it gets version 6 instead.
const hook = `export function resolve(specifier, context, next) {
  const resolved = specifier === "typescript" && context.parentURL?.includes("/typedoc/") ? "typescript6" : specifier;
  return next(resolved, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const { Application } = await import("typedoc");
const domains = ["mrio", "inventory", "company", "lifecycle", "factors", "natural", "panorama", "uncertainty"];
const ground = ["quantity", "classification", "numeric", "exchange"];
const application = await Application.bootstrap({
  entryPoints: [
    join(root, "lib/index.ts"),
    ...[...domains, ...ground].map((name) => join(root, `lib/${name}/index.ts`)),
    join(root, "cli/library/datasets.ts"),
  ],
  tsconfig: join(root, "tsconfig.package.json"),
  name: "Yuheng, the accounting library",
  readme: "none",
  disableSources: true,
  githubPages: false,
  hideGenerator: true,
  excludeInternal: true,
  // The package build checks the types; here that would take a third of the time.
  skipErrorChecking: true,
  validation: { notExported: false, invalidLink: true, notDocumented: false },
});
const project = await application.convert();
if (!project) process.exit(1);
application.validate(project);
const folder = resolve(process.argv[2] ?? join(root, "build/documentation"));
await application.generateDocs(project, folder);
if (application.logger.hasErrors()) process.exit(1);
console.log(`The documentation is in ${folder}.`);
