// Prints a line for each thing that html-validate finds wrong with a page, by the rules of the standard alone.
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const rules = {
  "no-redundant-role": "error",
  "input-missing-label": "error",
  "no-implicit-close": "error",
  "text-content": "error",
  "unique-landmark": "error",
};
const checker = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:standard"], rules }));
const report = await checker.validateFile(process.argv[2]);
for (const { line, message } of report.results.flatMap((one) => one.messages)) console.log(`${line}: ${message}`);
