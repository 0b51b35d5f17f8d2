import type { CommandDeclaration } from "./declaration.ts";

/** `yuheng completion`. */
export const completion = {
  summary: "print a script with which bash, zsh or fish completes commands, options and names",
  description:
    "Prints a script for the shell. With it, the Tab key completes commands, options and their values, the names of tools and of shipped datasets, and files.",
  operands: [{ name: "SHELL", of: ["bash", "zsh", "fish"], missing: "For which shell? bash, zsh or fish." }],
  options: {},
  examples: [
    ['eval "$(yuheng completion bash)"', "in ~/.bashrc"],
    ['eval "$(yuheng completion zsh)"', "in ~/.zshrc, after compinit"],
    ["yuheng completion fish > ~/.config/fish/completions/yuheng.fish", "once"],
  ],
  exits: { 0: "done", 2: "wrong use" },
} as const satisfies CommandDeclaration;
