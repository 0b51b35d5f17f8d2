#!/usr/bin/env node
// `npm run docs [-- FOLDER [ROOM…]]`: generates the documentation of the library from its sources, in build/documentation by default;
// of every room that the package exports, or of the named ones alone.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { join, resolve } from "node:path";
import { root } from "../installation/setup.mjs";

// TypeDoc needs the JavaScript API of TypeScript, which version 7 does not have yet: it gets version 6 instead.
const hook = `export function resolve(specifier, context, next) {
  const resolved = specifier === "typescript" && context.parentURL?.includes("/typedoc/") ? "typescript6" : specifier;
  return next(resolved, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const { Application } = await import("typedoc");
const [folder = join(root, "build/documentation"), ...only] = process.argv.slice(2);
const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const rooms = Object.keys(exports).flatMap((path) => /^\.\/lib\/([a-z]+)$/.exec(path)?.[1] ?? []);
const entries = ["lib/index.ts", ...rooms.map((name) => `lib/${name}/index.ts`), "cli/library/datasets.ts"];
const wanted = only.length > 0 ? only.map((name) => `lib/${name}/index.ts`) : entries;
const application = await Application.bootstrap({
  entryPoints: wanted.map((path) => join(root, path)),
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
// Of the files of the library those that the rooms import are read, and not all.
application.options.setCompilerOptions(
  wanted.map((path) => join(root, path)),
  application.options.getCompilerOptions(application.logger),
  [],
);
const project = await application.convert();
if (!project) process.exit(1);
application.validate(project);
await application.generateDocs(project, resolve(folder));
if (application.logger.hasErrors()) process.exit(1);
console.log(`The documentation is in ${resolve(folder)}.`);
