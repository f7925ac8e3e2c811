import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

type Json = Record<string, unknown>;

export type Swagger = {
  /** What the answer to GET `path` has that the description forbids. */
  errors: (path: string, json: unknown) => string[];
  /** Keys of the answer which the description does not know, as `payload[].meta.team`. */
  undocumented: (path: string, json: unknown) => string[];
};

const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A vendor's OpenAPI description, to hold a fake against; null where the file is not. */
export const readSwagger = (file: URL): Swagger | null => {
  if (!existsSync(file)) return null;
  const document: Json = { ...JSON.parse(readFileSync(file, "utf8")), $id: "swagger" };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document);
  return {
    errors: (path, json) => {
      const validate = ajv.getSchema(`swagger#${pointerOf(path)}`);
      if (!validate) return [`${path} is not described`];
      return validate(json) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ""}`);
    },
    undocumented: (path, json) => {
      const found = new Set<string>();
      collect(document, [at(document, pointerOf(path))], json, "", found);
      return [...found].sort();
    },
  };
};

const pointerOf = (path: string): string =>
  `/paths/${path.replaceAll("/", "~1")}/get/responses/200/content/application~1json/schema`;

const at = (document: Json, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/"))
    .reduce<unknown>((value, part) => (isRecord(value) ? value[part] : undefined), document);

/** A schema with all it refers to and is put together from. */
const flattened = (document: Json, schema: unknown): Json[] => {
  if (!isRecord(schema)) return [];
  const referred = typeof schema["$ref"] === "string" ? [at(document, schema["$ref"].slice(1))] : [];
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  return [schema, ...[...referred, ...parts].flatMap((part: unknown) => flattened(document, part))];
};

const collect = (document: Json, schemas: unknown[], json: unknown, path: string, found: Set<string>): void => {
  const all = schemas.flatMap((schema) => flattened(document, schema));
  if (Array.isArray(json)) {
    for (const item of json)
      collect(
        document,
        all.map(({ items }) => items),
        item,
        `${path}[]`,
        found,
      );
    return;
  }
  const described = all.map(({ properties }) => properties).filter(isRecord);
  // An object without described properties is free.
  if (!isRecord(json) || described.length === 0) return;
  for (const [key, value] of Object.entries(json)) {
    const inner = path === "" ? key : `${path}.${key}`;
    const known = described.filter((properties) => key in properties);
    if (known.length === 0) found.add(inner);
    else
      collect(
        document,
        known.map((properties) => properties[key]),
        value,
        inner,
        found,
      );
  }
};
